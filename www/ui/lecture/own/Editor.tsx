// One lecture: its name, its time, its steps in their order.
import { t } from "../../../content";
import { language } from "../../../content/language";
import { LANGUAGES } from "../../../state/fields";
import { Button } from "../../common/Button";
import { Notice } from "../../common/Notice";
import { NumberField } from "../../common/NumberField";
import { Segmented } from "../../common/Segmented";
import { clockText } from "../clock";
import { addAfter } from "./add";
import { canRedo, canUndo, change, edit, openStep, redo, show, undo, wordsIn } from "./desk";
import { changeStep, isOfBase, moveStep, secondsOfStep } from "./edits";
import { MOST_MINUTES, MOST_NAME, MOST_STEPS, type OwnLecture, secondsOfOwn } from "./model";
import { stepName } from "./names";
import { notesOf, wordedStep } from "./notes";
import { Rows } from "./Rows";
import { ShareLink } from "./ShareLink";
import { StepBody } from "./StepBody";
import { notShared, panelsOnScreen } from "./screen";
import { lecturesUnkept } from "./shelf";
import { give, saveLecture } from "./tryIt";

export function Editor({ lecture }: { lecture: OwnLecture }) {
  const words = t().own;
  const written = wordsIn.value ?? language.value;
  const rows = lecture.steps.map((step) => ({
    key: step.name,
    name: stepName(step, written),
    notes: notesOf({
      isHidden: step.isHidden,
      isMine: step.of === null,
      isCopy: !isOfBase(step),
      isWorded: wordedStep(step),
    }),
    time: clockText(secondsOfStep(step)),
    isHidden: step.isHidden,
  }));
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: keys that undo work wherever in the editor the focus is
    <div class="own-editor" onKeyDown={onKeyDown}>
      {lecturesUnkept.value && <Notice>{words.notKept[lecturesUnkept.value]}</Notice>}
      <Head lecture={lecture} />
      <div class="own-line">
        <Segmented
          label={words.wordsIn}
          options={LANGUAGES.map((code) => ({
            value: code,
            label: code === "ko" ? "한국어" : "English",
            lang: code,
          }))}
          value={written}
          onChange={(code) => {
            wordsIn.value = code;
          }}
        />
      </div>
      <Bar lecture={lecture} />
      <Rows
        label={words.list}
        rows={rows}
        open={openStep.value}
        onOpen={(key) => show(key)}
        onMove={(from, to) => change((one) => moveStep(one, from, to))}
        onHide={(key, isHidden) => change((one) => changeStep(one, key, (step) => ({ ...step, isHidden })))}
      >
        {(key) => {
          const step = lecture.steps.find(({ name }) => name === key);
          return step && <StepBody lecture={lecture} step={step} language={written} />;
        }}
      </Rows>
      <p class="note">{words.keys}</p>
      <Add lecture={lecture} />
    </div>
  );
}

/** Of the lecture, where no field has the focus: fields have their own. */
function onKeyDown(event: KeyboardEvent): void {
  const isWriting = event.target instanceof HTMLElement && event.target.matches("input, textarea, select");
  if (!(event.ctrlKey || event.metaKey) || event.altKey || isWriting) return;
  const key = event.key.toLowerCase();
  if (key === "z") (event.shiftKey ? redo : undo)();
  else if (key === "y") redo();
  else return;
  event.preventDefault();
}

function Head({ lecture }: { lecture: OwnLecture }) {
  const words = t().own;
  const seconds = secondsOfOwn(lecture);
  return (
    <div class="own-head">
      <Button icon="previous" look="quiet" onClick={() => edit(null)}>
        {words.back}
      </Button>
      <label class="own-name">
        <span class="field-label">{words.name}</span>
        <input
          type="text"
          autocomplete="off"
          maxLength={MOST_NAME}
          placeholder={words.unnamed}
          value={lecture.name}
          onInput={({ currentTarget: { value } }) =>
            change((one) => ({ ...one, name: value.slice(0, MOST_NAME) }), "name")
          }
        />
      </label>
      <NumberField
        label={words.minutes}
        value={lecture.minutes}
        least={1}
        most={MOST_MINUTES}
        onChange={(minutes) => minutes !== null && change((one) => ({ ...one, minutes }), "minutes")}
      />
      <div class="own-line">
        <Button
          icon="play"
          look="solid"
          disabled={seconds === 0}
          title={seconds === 0 ? words.nothingToGive : undefined}
          onClick={() => give(lecture.id)}
        >
          {words.start}
        </Button>
        <Button icon="save" onClick={() => saveLecture(lecture)}>
          {words.save}
        </Button>
        <ShareLink lecture={lecture} />
      </div>
    </div>
  );
}

/** In view wherever one is in the list: what its steps come to, and the way back. */
function Bar({ lecture }: { lecture: OwnLecture }) {
  const words = t().own;
  const seconds = secondsOfOwn(lecture);
  const over = seconds - lecture.minutes * 60;
  return (
    <div class="own-bar">
      <p class="own-total" role="status">
        <b>{words.total(clockText(seconds), clockText(lecture.minutes * 60))}</b>
        {over > 0 && <span> {words.tooLong(clockText(over))}</span>}
      </p>
      <Button icon="undo" look="quiet" unavailable={!canUndo.value} onClick={undo}>
        {words.undo}
      </Button>
      <Button icon="redo" look="quiet" unavailable={!canRedo.value} onClick={redo}>
        {words.redo}
      </Button>
    </div>
  );
}

function Add({ lecture }: { lecture: OwnLecture }) {
  const words = t().own;
  const not = notShared();
  const isFull = lecture.steps.length >= MOST_STEPS;
  const names = panelsOnScreen().map((id) => t().panels.names[id].name);
  return (
    <div class="own-add">
      <Button icon="plus" disabled={not === "data" || isFull} onClick={() => addAfter(wordsIn.value ?? language.value)}>
        {words.addStep}
      </Button>
      <p class="note">
        {not === "data" ? words.ownData : isFull ? words.full : words.addStepNote(names.join(", "))}{" "}
        {not === "model" && words.ownModel}
      </p>
    </div>
  );
}
