// What is in a step: its time, its sub-steps, its name and notes.
import { t } from "../../../content";
import type { LanguageCode } from "../../../content/language";
import { Button } from "../../common/Button";
import { clockText } from "../clock";
import { AskedFields } from "./AskedFields";
import { addHere } from "./add";
import { ClickBody } from "./ClickBody";
import { change, openClick } from "./desk";
import {
  changeClick,
  copyStep,
  isOfBase,
  isOfScript,
  moveClick,
  removeStep,
  retimeStep,
  rewordStep,
  secondsOfStep,
} from "./edits";
import { MOST_CLICKS, MOST_STEPS, MOST_TEXT, type OwnLecture, type OwnStep } from "./model";
import { clickTitle, stepName } from "./names";
import { notesOf, wordedClick } from "./notes";
import { Rows } from "./Rows";
import { notShared } from "./screen";
import { scriptStep } from "./scripts";
import { TimeField } from "./TimeField";
import { WordField } from "./WordField";

interface Props {
  readonly lecture: OwnLecture;
  readonly step: OwnStep;
  readonly language: LanguageCode;
}

export function StepBody({ lecture, step, language }: Props) {
  const words = t().own;
  const name = stepName(step, language);
  const said = scriptStep(step.of, language);
  const seconds = secondsOfStep(step);
  const rows = step.clicks.map((click) => ({
    key: click.key,
    name: clickTitle(step, click, language),
    notes: notesOf({
      isHidden: click.isHidden,
      isMine: click.of === null,
      isCopy: !isOfScript(click),
      isWorded: wordedClick(click),
    }),
    time: clockText(click.seconds),
    isHidden: click.isHidden,
  }));
  const write = (word: "name" | "fails") => (
    <WordField
      key={`${language} ${word}`}
      label={words.words[word]}
      language={language}
      own={step.words[language]?.[word]}
      original={said?.[word] ?? null}
      most={MOST_TEXT[word]}
      isLine={word === "name"}
      onChange={(text) =>
        change((one) => rewordStep(one, step.name, language, word, text), `${step.name} ${language} ${word}`)
      }
    />
  );
  return (
    <>
      <div class="own-line">
        <span class="field-label">{words.time}</span>
        <TimeField
          label={words.timeOf(name)}
          seconds={seconds}
          onChange={(wanted) => change((one) => retimeStep(one, step.name, wanted), `${step.name} seconds`)}
        />
        <span class="note">{words.sharedTime}</span>
      </div>
      <Rows
        label={words.clicksOf(name)}
        rows={rows}
        open={openClick.value}
        onOpen={(key) => {
          openClick.value = key;
        }}
        onMove={(from, to) => change((one) => moveClick(one, step.name, from, to))}
        onHide={(key, isHidden) =>
          change((one) => changeClick(one, step.name, key, (click) => ({ ...click, isHidden })))
        }
      >
        {(key) => {
          const click = step.clicks.find((one) => one.key === key);
          return click && <ClickBody step={step} click={click} language={language} />;
        }}
      </Rows>
      <details class="own-step-words">
        <summary>{words.stepWords}</summary>
        <div>
          {write("name")}
          <AskedFields step={step} language={language} />
          {write("fails")}
        </div>
      </details>
      <div class="own-line">
        <Button
          icon="plus"
          disabled={notShared() === "data" || step.clicks.length >= MOST_CLICKS}
          onClick={() => addHere(step, language)}
        >
          {words.addClick}
        </Button>
        <Button disabled={lecture.steps.length >= MOST_STEPS} onClick={() => change((one) => copyStep(one, step.name))}>
          {words.duplicate}
        </Button>
        {!isOfBase(step) && <Button onClick={() => change((one) => removeStep(one, step.name))}>{words.remove}</Button>}
      </div>
    </>
  );
}
