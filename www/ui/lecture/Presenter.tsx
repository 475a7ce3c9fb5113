// What the presenter's window shows: the note of the sub-step large, the others grey, clock and lateness, the steps, and what is on the wall.
import { useEffect } from "preact/hooks";
import { t } from "../../content";
import { language } from "../../content/language";
import { clickAt, type Place, placesOf, planned, secondsOf } from "../../content/lecture/lecture";
import { Button } from "../common/Button";
import { clockText, elapsed, now, tick } from "./clock";
import { openNotes } from "./handout/open";
import { NotesSheet } from "./NotesSheet";
import { sayOf } from "./notes";
import { canResize, notesScale, resizeNotes } from "./notesSize";
import { Plan } from "./Plan";
import { by, given, go, hasEnded, notFound, onKeyDown, place, say, values, wall } from "./presenterDesk";
import { spoken, wordsAt, wordsOf } from "./words";
import "../../styles/presenter.css";

const stepAt = (at: Place) => clickAt(given.value, at).step;

const filled = (sentence: string) => spoken(sentence, values.value);

export function Presenter() {
  useEffect(tick, []);
  useEffect(() => {
    addEventListener("keydown", onKeyDown);
    return () => removeEventListener("keydown", onKeyDown);
  }, []);
  const words = t().lecture.notes;
  const here = place.value;
  const { clicks } = stepAt(here);
  const { name, asked, fails } = wordsOf(stepAt(here));
  return (
    <div class="notes" style={`--notes: ${notesScale()}`}>
      <Head />
      <NotesSheet lecture={given.value} at={here} />
      <nav class="notes-steps" aria-label={words.steps}>
        <ol>
          {given.value.steps.map((step) => (
            <li key={step.name}>
              <button
                type="button"
                aria-current={step.name === here.step ? "step" : undefined}
                onClick={() => go({ step: step.name, click: 0 })}
              >
                <span>{wordsOf(step).name}</span>
                <span>{clockText(planned(given.value, { step: step.name, click: 0 }).from)}</span>
              </button>
            </li>
          ))}
        </ol>
        <p class="note">{words.jump}</p>
      </nav>
      <main class="notes-say">
        <h1>
          {name} <span>{words.place(here.click + 1, clicks.length)}</span>
        </h1>
        <ol>
          {clicks.map((_, click) => {
            const at = { step: here.step, click };
            const note = wordsAt(given.value, at);
            const isHere = click === here.click;
            return (
              <li key={click} aria-current={isHere ? "step" : undefined}>
                <p>{filled(sayOf(note, values.value))}</p>
                {isHere && note.does && (
                  <p class="notes-do">
                    <b>{words.todo}</b> {filled(note.does)}
                  </p>
                )}
              </li>
            );
          })}
        </ol>
        <section>
          {asked.length > 0 && <h2>{words.asked}</h2>}
          {asked.map(({ question, answer }, at) => (
            <p key={at}>
              <b>{filled(question)}</b> {filled(answer)}
            </p>
          ))}
          {fails && <h2>{words.fails}</h2>}
          {fails && <p>{filled(fails)}</p>}
        </section>
      </main>
      <Preview />
    </div>
  );
}

function Head() {
  const words = t().lecture.notes;
  const clock = wall.value?.clock ?? null;
  const passed = clock ? elapsed(clock, now.value) : 0;
  const { from, to } = planned(given.value, place.value);
  const late = passed > to ? passed - to : passed < from ? passed - from : 0;
  const all = secondsOf(given.value);
  return (
    <header class="notes-head">
      <p class="notes-clock">
        <b>{clockText(passed)}</b> / {clockText(to)}
      </p>
      {notFound.value && <p class="notes-not-found">{words.notFound(notFound.value)}</p>}
      <p class="notes-late" data-late={clock !== null && late > 0} role="status">
        {!wall.value
          ? hasEnded.value
            ? words.ended
            : words.waiting
          : !clock
            ? words.notBegun
            : late > 0
              ? words.behind(String(Math.round(late)))
              : late < 0
                ? words.ahead(String(Math.round(-late)))
                : words.onTime}
        {!wall.value && (
          <>
            {" "}
            <a
              href={`?lecture=${given.value.id}&step=${place.value.step}&click=${place.value.click}&lang=${language.value}${given.value.tail ?? ""}`}
              target="_blank"
              rel="noopener opener"
            >
              {words.openWall}
            </a>
          </>
        )}
      </p>
      <div class="notes-tools">
        <Button disabled={!clock} onClick={() => say({ kind: "pause" })}>
          {clock?.pausedAt == null ? words.pause : words.goOn}
        </Button>
        <Button
          aria-pressed={wall.value?.isBlack ?? false}
          disabled={!wall.value}
          onClick={() => say({ kind: "black" })}
        >
          {words.black}
        </Button>
        <Button aria-label={words.smaller} disabled={!canResize(-1)} onClick={() => resizeNotes(-1)}>
          A−
        </Button>
        <Button aria-label={words.larger} disabled={!canResize(1)} onClick={() => resizeNotes(1)}>
          A+
        </Button>
        <Button onClick={() => void openNotes(given.peek(), values.peek())}>{t().lecture.handout.printNotes}</Button>
        <Button disabled={!wall.value} onClick={() => say({ kind: "end" })}>
          {words.end}
        </Button>
      </div>
      <Plan planned={to / all} passed={clock ? passed / all : null} />
    </header>
  );
}

/** What the audience reads, now and next. */
function Preview() {
  const words = t().lecture;
  const all = placesOf(given.value);
  const here = place.value;
  const at = all.findIndex(({ step, click }) => step === here.step && click === here.click);
  const next = all[at + 1];
  return (
    <aside class="notes-wall">
      <h2>{words.notes.onWall}</h2>
      <WallCard at={here} />
      {next ? (
        <>
          <h2>{words.notes.nextOnWall(wordsOf(stepAt(next)).name)}</h2>
          <WallCard at={next} />
        </>
      ) : (
        <p class="note">{words.notes.last}</p>
      )}
      <Button onClick={() => by(1)} disabled={!next}>
        {words.next}
      </Button>
    </aside>
  );
}

function WallCard({ at }: { at: Place }) {
  const click = wordsAt(given.value, at);
  return (
    <div class="notes-card">
      <b>{filled(click.title)}</b>
      <p>{filled(click.text)}</p>
    </div>
  );
}
