// The exercise under way rides over whatever panel it is done in: what is asked, how far it is in numbers, a hint, and an answer that plays.
import { signal } from "@preact/signals";
import { useEffect } from "preact/hooks";
import { t } from "../../content";
import { exerciseOf } from "../../content/exercises/exercises";
import { chosenAnswer } from "../../state/chosenAnswer";
import { current, set } from "../../state/current";
import { leftOut } from "../../state/link";
import { sayDropped } from "../../state/notices";
import { Button } from "../common/Button";
import { capitalised } from "../common/capitalised";
import { filled, PLACE } from "../common/fill";
import { Marked } from "../common/Marked";
import { begin, checked, codeOf, exercise, isPlaying, isTouched, leave, played, playNext } from "./desk";
import { stateInWords } from "./ExercisesPanel";
import { Ring } from "./Ring";
import { wordsOf } from "./words";
import "../../styles/exercises.css";
import "../../styles/text-area.css";

export function TaskBar() {
  const one = exercise.value;
  const name = current.exercise.value;
  useEffect(() => {
    // A link may name one that there is none of.
    if (name === null || exerciseOf(name)) return;
    sayDropped([leftOut("exercise", name)]);
    set({ exercise: null });
  }, [name]);
  const now = checked.value;
  const isSolved = now?.isSolved ?? false;
  if (!one) return null;
  const words = t().exercises;
  const task = wordsOf(one.name);
  const near = isTouched.value ? (now?.near ?? 0) : 0;
  return (
    <section
      class="task-bar"
      aria-label={task.title}
      data-exercise={one.name}
      aria-busy={isPlaying.value}
      data-checked={now !== null}
      data-state={isSolved ? "solved" : near > 0 ? "almost" : "new"}
    >
      <Ring near={near} isSolved={isSolved} />
      <div class="task-words">
        <p>
          <b>{task.title}.</b> <Marked text={task.task} />
        </p>
        <p class="task-far" role="status">
          {isSolved ? (
            <>
              <b>{words.solvedSay}</b> {words.code(codeOf(one.name))}. <Marked text={task.teaches} />
            </>
          ) : (
            <>
              <b>{capitalised(stateInWords(near, false))}.</b> {farOf(one.name)}
            </>
          )}
        </p>
        {task.choices && <Choices choices={task.choices} />}
        {one.asksWords && isSolved && <OwnWords of={one.name} ours={task.ours ?? ""} />}
        {!one.asksWords && isSolved && task.ours && (
          <p>
            <b>{words.ours}:</b> {task.ours}
          </p>
        )}
      </div>
      <div class="task-tools">
        <details>
          <summary>{words.hint}</summary>
          <p>
            <Marked text={task.hint} />
          </p>
        </details>
        <Button
          look="quiet"
          disabled={isPlaying.value || played.value >= one.answer.length}
          onClick={() => void playNext()}
        >
          {played.value === 0 ? words.answer : words.step}
        </Button>
        <Button look="quiet" onClick={() => begin(one)}>
          {words.again}
        </Button>
        <Button onClick={leave}>{words.leave}</Button>
      </div>
    </section>
  );
}

/** How far it is, in numbers; before anything was done there is nothing to measure. */
function farOf(name: string): string {
  const words = t().exercises;
  const now = checked.value;
  if (!isTouched.value) return words.farFirst;
  if (!now) return words.checking;
  if (now.isOff) return words.farOff;
  const task = wordsOf(name);
  const { places } = now;
  const other = places.ov2 && task.other ? filled(task.other, places) : "";
  const sentence = now.isThen && task.farThen ? task.farThen : task.far;
  const isWhole = [...sentence.matchAll(PLACE)].every(([, name = ""]) => name === "other" || name in places);
  if (!isWhole) return words.farNothing;
  return filled(sentence, { ...places, other: { kind: "text", value: other } });
}

function Choices({ choices }: { choices: readonly string[] }) {
  return (
    <div class="task-choices" role="radiogroup" aria-label={t().exercises.choose}>
      {choices.map((label, at) => (
        <label key={label}>
          <input
            type="radio"
            name="task-choice"
            checked={chosenAnswer.value === at + 1}
            onChange={() => {
              chosenAnswer.value = at + 1;
            }}
          />{" "}
          {label}
        </label>
      ))}
    </div>
  );
}

/** What was written, by exercise: it outlives a moment in which the task is no longer solved. */
const written = signal<Readonly<Record<string, { readonly own: string; readonly isLocked: boolean }>>>({});

/** Locked before ours appears, so that it stays one's own; it leaves the machine by no way. */
function OwnWords({ of, ours }: { of: string; ours: string }) {
  const words = t().exercises;
  const { own, isLocked } = written.value[of] ?? { own: "", isLocked: false };
  const put = (part: { own?: string; isLocked?: boolean }) => {
    written.value = { ...written.peek(), [of]: { own, isLocked, ...part } };
  };
  return (
    <div class="task-own">
      <label>
        <span class="field-label">{words.yourWords}</span>
        <textarea
          class="text-area"
          rows={2}
          value={own}
          readOnly={isLocked}
          onInput={({ currentTarget }) => put({ own: currentTarget.value })}
        />
      </label>
      {isLocked ? (
        <p>
          <b>{words.ours}:</b> {ours}
        </p>
      ) : (
        <Button disabled={own.trim() === ""} onClick={() => put({ isLocked: true })}>
          {words.lock}
        </Button>
      )}
    </div>
  );
}
