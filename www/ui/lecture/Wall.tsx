// What a lecture adds to the page: the title and the sentence of the sub-step over the panel, the guess, the bar, and black. Notes and
// lateness are not for the wall: they stand in the presenter's window.
import { effect } from "@preact/signals";
import { useEffect, useLayoutEffect } from "preact/hooks";
import { t } from "../../content";
import { planned, scriptOf, secondsOf } from "../../content/lecture/lecture";
import { VISITOR } from "../../content/lecture/visitor";
import { current } from "../../state/current";
import { announce } from "../common/Announcer";
import { Button } from "../common/Button";
import { Icon } from "../common/Icon";
import { lazy } from "../common/lazy";
import { QrCode } from "../common/QrCode";
import { addressOf } from "../common/stateLink";
import { fetchAhead } from "./ahead";
import { openChannel, WALL_ID, WALL_SINCE } from "./channel";
import { clock, clockText, elapsed, now, pauseClock, takeClock, tick } from "./clock";
import { GuessBox } from "./GuessBox";
import { asked } from "./guesses";
import { backward, forward, listenToKeys } from "./keys";
import { Plan } from "./Plan";
import { styleOf } from "./parts";
import { openPresenter, presenterAddress, wasRefused } from "./presenterLink";
import { Stamp } from "./Stamp";
import { goTo, hasNext, hasPrevious, isBlack, leave, lecture, onWall, place, previous } from "./stage";
import { fetchRecorded, recordedRun, saysTrained } from "./trained";
import { followRuns } from "./trains";
import { useAwake } from "./useAwake";
import { fetchShipped, missing, values } from "./values";
import { spoken, wordsAt, wordsOf } from "./words";
import "../../styles/lecture.css";

const Missing = lazy(async () => (await import("../common/NoAnswer")).NoAnswer<true>, ["trouble"]);

/** Words of the place that is on the wall; null: there is none. */
function wallWords() {
  const [given, at, wall] = [lecture.value, place.value, onWall.value];
  return given && at && wall && { step: wordsOf(wall.step), click: wordsAt(given, at) };
}

export function Wall() {
  return (
    <>
      <WallHead />
      <WallBar />
    </>
  );
}

function WallHead() {
  // Before it is painted: what is seen can be left.
  useLayoutEffect(listenToKeys, []);
  useEffect(fetchShipped, []);
  useEffect(() => void fetchRecorded(), []);
  useEffect(talk, []);
  useEffect(followRuns, []);
  useEffect(() => void fetchAhead(), []);
  const words = wallWords();
  const wall = onWall.value;
  useLayoutEffect(() => {
    scrollTo(0, 0);
  }, [wall]);
  // Whoever hears the page hears each step once, with the numbers that are known by then.
  useEffect(() => {
    const title = words?.click.title ?? "";
    if (words) announce(spoken(`${title}${/[.?!…]$/.test(title) ? "" : "."} ${words.click.text}`, values.peek()));
  }, [wall]);
  if (!words || !wall) return null;
  const { shows = [], covers = [] } = wall.click;
  const { title, text } = words.click;
  return (
    <>
      <style>{styleOf(shows, covers)}</style>
      <div class="wall-head" data-step={wall.step.name}>
        <h1 data-wall-title>{spoken(title, values.value) || words.step.name}</h1>
        <p data-wall-text>
          {spoken(text, values.value)}{" "}
          {recordedRun.value && saysTrained(title + text) && <Stamp of={recordedRun.value} />}
        </p>
        {missing.failure.value && <Missing of={missing} />}
        {asked.value && <GuessBox />}
        {scriptOf(wall.step) === "yours" && <Yours />}
      </div>
      {isBlack.value && <Black />}
    </>
  );
}

/** The session for the phones of the room. */
function Yours() {
  return (
    <div class="wall-code">
      <QrCode text={addressOf(`s=${VISITOR.join(".")}`)} label={t().lecture.classLink.yours} />
      <p>{t().lecture.classLink.yours}</p>
    </div>
  );
}

function Black() {
  return (
    <button type="button" class="wall-black" aria-label={t().lecture.lit} onClick={() => (isBlack.value = false)}>
      <span class="visually-hidden">{t().lecture.lit}</span>
    </button>
  );
}

/** Says where the wall is, and does what the presenter's window wishes. A frame is led by the page around it alone. */
function talk(): (() => void) | undefined {
  if (current.embed.peek() !== null) return undefined;
  const say = () => {
    const [given, at] = [lecture.peek(), place.peek()];
    if (!given || !at) return;
    const { step, click } = at;
    channel.say({
      ...{
        kind: "wall",
        wall: WALL_ID,
        since: WALL_SINCE,
        lecture: given.id,
        own: given.name === undefined ? null : given,
        step,
        click,
        clock: clock.peek(),
        isBlack: isBlack.peek(),
      },
      values: values.peek(),
    });
  };
  const channel = openChannel((message) => {
    if ("wall" in message && message.wall !== WALL_ID) return;
    switch (message.kind) {
      case "hello":
        say();
        break;
      case "next":
        forward();
        break;
      case "previous":
        backward();
        break;
      case "black":
        isBlack.value = !isBlack.peek();
        break;
      case "clock":
        if (clock.peek() === null) takeClock(message.clock);
        break;
      case "pause":
        pauseClock();
        break;
      case "end":
        leave();
        break;
      case "go":
        goTo(message);
        break;
      default:
    }
  });
  const stop = effect(() => {
    place.value;
    clock.value;
    isBlack.value;
    values.value;
    lecture.value;
    say();
  });
  // Of a window that is closed nothing is taken down. One that is loaded anew says where it is again.
  const end = (isClosed: boolean) => channel.say({ kind: "ended", wall: WALL_ID, at: Date.now(), isClosed });
  const close = () => end(true);
  addEventListener("pagehide", close);
  return () => {
    stop();
    removeEventListener("pagehide", close);
    end(false);
    channel.close();
  };
}

/** At rest: the name, a dot a sub-step, the clock, what comes. A pointer or the focus wakes the rest, and nothing moves. */
function WallBar() {
  useEffect(tick, []);
  const [isAwake, wake] = useAwake();
  const [given, at, words] = [lecture.value, place.value, wallWords()];
  if (!given || !at || !words) return null;
  const text = t().lecture;
  const wall = onWall.value;
  const all = secondsOf(given);
  const { to } = planned(given, at);
  const stepAt = given.steps.findIndex(({ name }) => name === at.step);
  const clicks = wall?.step.clicks ?? [];
  const isLastClick = at.click === clicks.length - 1;
  const nextStep = given.steps[stepAt + 1];
  const running = clock.value;
  const passed = running ? elapsed(running, now.value) : 0;
  const comes = isLastClick && nextStep ? spoken(wordsOf(nextStep).name, values.value) : text.next;
  return (
    <footer class="wall-bar" data-awake={isAwake} onPointerMove={wake} onPointerDown={wake} onFocusIn={wake}>
      <Plan planned={to / all} passed={running ? passed / all : null} />
      <button
        type="button"
        class="wall-back"
        aria-label={text.previous}
        disabled={!hasPrevious.value}
        onClick={previous}
      >
        <Icon name="previous" />
      </button>
      <b class="wall-step">{spoken(words.step.name, values.value)}</b>
      <span class="wall-dots">
        {clicks.map((_, click) => (
          <button
            key={click}
            type="button"
            aria-label={text.dot(click + 1, clicks.length)}
            aria-current={click === at.click ? "step" : undefined}
            data-done={click < at.click}
            onClick={() => goTo({ step: at.step, click })}
          />
        ))}
      </span>
      <span class="wall-tools">
        <Button look="quiet" onClick={() => (isBlack.value = true)}>
          <kbd>B</kbd> {text.black}
        </Button>
        <Button look="quiet" onClick={openPresenter}>
          <kbd>P</kbd> {text.presenter}
        </Button>
        <Button look="quiet" class="wall-end" onClick={leave}>
          <kbd>Esc</kbd> {text.end}
        </Button>
        {wasRefused.value && (
          <a href={presenterAddress()} target="_blank" rel="noopener opener">
            {text.openPresenter}
          </a>
        )}
      </span>
      <span class="wall-clock">
        <b>{clockText(passed)}</b> / {clockText(to)}
      </span>
      <button type="button" class="wall-next" disabled={!hasNext.value} onClick={forward}>
        <span>{comes}</span> <Icon name="next" />
      </button>
    </footer>
  );
}
