// What is in a sub-step: its time, what is said, what is asked, and of one's own what is on the wall.
import { t } from "../../../content";
import type { LanguageCode } from "../../../content/language";
import type { ClickWords } from "../../../content/lecture/lecture";
import type { Panel } from "../../../panels";
import { announce } from "../../common/Announcer";
import { Button } from "../../common/Button";
import { Switch } from "../../common/Switch";
import { change, freshClick } from "./desk";
import { changeClick, copyClick, isOfScript, removeClick, retimeClick, rewordClick } from "./edits";
import { MOST_CLICKS, MOST_TEXT, type OwnClick, type OwnStep, original } from "./model";
import { NumberMenu } from "./NumberMenu";
import { clickTitle, originalWords } from "./names";
import { notShared, panelsOf, setOnScreen, withPanels } from "./screen";
import { TimeField } from "./TimeField";
import { tryIt } from "./tryIt";
import { WordField } from "./WordField";

interface Props {
  readonly step: OwnStep;
  readonly click: OwnClick;
  readonly language: LanguageCode;
}

const WALL = ["title", "text"] as const;
const NOTES = ["say", "otherwise", "does"] as const;

export function ClickBody({ step, click, language }: Props) {
  const words = t().own;
  const said = originalWords(step, click, language);
  const field = (word: keyof ClickWords) => (
    <WordField
      key={`${language} ${word}`}
      label={words.words[word]}
      language={language}
      own={click.words[language]?.[word]}
      original={said ? (said[word] ?? "") : null}
      most={MOST_TEXT[word]}
      isLine={word === "title"}
      rows={word === "text" || word === "does" ? 2 : 4}
      isFresh={word === "title" && freshClick.value === click}
      onChange={(text) =>
        change(
          (lecture) => rewordClick(lecture, [step.name, click.key], language, word, text),
          `${step.name} ${click.key} ${language} ${word}`,
        )
      }
    />
  );
  // Where two sentences stand, the result of the runs chooses.
  const notes = NOTES.filter((word) => word !== "otherwise" || said?.otherwise !== undefined);
  return (
    <>
      <div class="own-line">
        <span class="field-label">{words.time}</span>
        <TimeField
          label={words.timeOf(clickTitle(step, click, language))}
          seconds={click.seconds}
          onChange={(seconds) =>
            change(
              (lecture) => retimeClick(lecture, step.name, click.key, seconds),
              `${step.name} ${click.key} seconds`,
            )
          }
        />
        <Guess step={step} click={click} />
      </div>
      {click.of === null && <OnWall step={step} click={click} />}
      {[...WALL, ...notes].map(field)}
      <NumberMenu />
      <div class="own-line">
        <Button icon="play" onClick={() => tryIt(step, click)} disabled={click.isHidden || step.isHidden}>
          {words.tryIt}
        </Button>
        <Button
          disabled={step.clicks.length >= MOST_CLICKS}
          onClick={() => change((lecture) => copyClick(lecture, step.name, click.key))}
        >
          {words.duplicate}
        </Button>
        {!(isOfScript(click) && step.of !== null) && (
          <Button onClick={() => change((lecture) => removeClick(lecture, step.name, click.key))}>
            {words.remove}
          </Button>
        )}
      </div>
    </>
  );
}

/** Of sub-steps whose original asks. */
function Guess({ step, click }: Omit<Props, "language">) {
  const words = t().own;
  if (!original(step.of, click.of)?.click.guess) return null;
  const rest = step.clicks.slice(step.clicks.indexOf(click) + 1);
  const isAnswered = rest.some(({ isHidden }) => !isHidden);
  return (
    <>
      <Switch
        label={words.asks}
        on={click.asks}
        onChange={(asks) =>
          change((lecture) => changeClick(lecture, step.name, click.key, (one) => ({ ...one, asks })))
        }
      />
      {click.asks && !isAnswered && <span class="note">{words.noTruth}</span>}
    </>
  );
}

/** Which panels, and all of it anew from the page behind. */
function OnWall({ step, click }: Omit<Props, "language">) {
  const words = t().own;
  const put = (set: string) =>
    change((lecture) => changeClick(lecture, step.name, click.key, (one) => ({ ...one, set })));
  const { all, shown } = panelsOf(click.set);
  const toggle = (id: Panel) => {
    const now = all.filter((one) => (one === id ? !shown.includes(one) : shown.includes(one)));
    if (now.length > 0) put(withPanels(click.set, now));
  };
  const isOwn = notShared() === "data";
  return (
    <fieldset class="own-line own-panels">
      <legend class="field-label">{words.onWall}</legend>
      {all.map((id) => (
        <label key={id}>
          <input type="checkbox" checked={shown.includes(id)} onChange={() => toggle(id)} /> {t().panels.names[id].name}
        </label>
      ))}
      <Button
        look="quiet"
        disabled={isOwn}
        title={isOwn ? words.ownData : undefined}
        onClick={() => {
          put(setOnScreen());
          announce(words.retaken);
        }}
      >
        {words.retake}
      </Button>
    </fieldset>
  );
}
