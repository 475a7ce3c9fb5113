// Talk with the page that this one is embedded in: only with the origin that the link names, in messages that can be checked as a link is.
import { effect } from "@preact/signals";
import { experiment } from "../../state/current";
import { leftOut } from "../../state/link";
import { hearMail } from "../../state/mail";
import { sayDropped } from "../../state/notices";
import { result } from "../../state/results";
import { obey } from "../common/obey";
import { stateLink } from "../common/stateLink";
import { begin, goFrom, hasNext, hasPrevious, leave, lecture, next, place, previous } from "./stage";

const NAME = "dif-sr-lab";
/** The state is told at most this often. */
const LEAST_MS = 50;
/** What the address of a frame says, and no message. */
const OF_THE_ADDRESS = ["parent", "embed"];

type Said = Readonly<Record<string, unknown>>;

/** Hears what `origin` says, and said while the page came, and tells it every change. Returns what stops it. */
export function talkTo(origin: string): () => void {
  const post = (message: Said) => parent.postMessage({ source: NAME, ...message }, origin);
  let told = "";
  let isAsked = false;
  const state = spaced(() => {
    const now = stateNow();
    const text = JSON.stringify(now);
    if (text !== told || isAsked) post({ type: "state", ...now });
    [told, isAsked] = [text, false];
  });
  const stops = [
    effect(() => {
      const now = result.value;
      if (!now) return;
      const { verb, object, ...rest } = now;
      post({ type: "result", verb, object, result: rest });
    }),
    effect(() => {
      experiment.value;
      place.value;
      state.tell();
    }),
    hearMail(({ data }) => {
      hear(asObject(data), () => {
        isAsked = true;
        state.tell();
      });
    }),
  ];
  return () => {
    for (const stop of stops) stop();
    state.stop();
  };
}

function stateNow() {
  const at = place.peek();
  return {
    step: at?.step ?? null,
    click: at?.click ?? null,
    hasNext: hasNext.peek(),
    hasPrevious: hasPrevious.peek(),
    link: stateLink(),
  };
}

/** Calls `send` at once where the last time is long enough ago, else as soon as it is: once for all that was wished meanwhile. */
function spaced(send: () => void) {
  let last = Number.NEGATIVE_INFINITY;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const now = () => {
    timer = undefined;
    last = performance.now();
    send();
  };
  const tell = () => {
    const wait = last + LEAST_MS - performance.now();
    if (timer === undefined && wait <= 0) now();
    else timer ??= setTimeout(now, wait);
  };
  return { tell, stop: () => clearTimeout(timer) };
}

const isText = (said: unknown) => ["string", "number", "boolean"].includes(typeof said);
const isObject = (data: unknown): data is Said => typeof data === "object" && data !== null && !Array.isArray(data);
const asObject = (data: unknown): Said => (isObject(data) ? data : {});

function hear({ target, type, to, patch }: Said, tell: () => void): void {
  if (target !== NAME) return;
  if (type === "get") tell();
  else if (type === "go") inTurn(() => go(to));
  else if (type === "set" && isObject(patch)) inTurn(() => setFrom(patch));
  else if (type === "set") leaveOut("patch", patch);
  else leaveOut("type", type);
}

function go(to: unknown): void {
  if (lecture.peek() === null) leaveOut("to", isObject(to) ? to.step : to);
  else if (to === "next") next();
  else if (to === "previous") previous();
  else {
    const { step = place.peek()?.step, click = 0 } = asObject(to);
    if (isObject(to) && typeof step === "string" && isCount(click)) goFrom(step, click);
    else leaveOut("to", to);
  }
}

let turn: Promise<unknown> = Promise.resolve();

/** One after the other: what was said first is done first, whatever it has to fetch. */
function inTurn(work: () => unknown): void {
  turn = turn.then(work, work);
}

/** Names what a message says and nobody here understands. */
function leaveOut(key: string, said: unknown): void {
  sayDropped([leftOut(key, isText(said) ? String(said) : "…")]);
}

const isCount = (value: unknown): value is number => Number.isInteger(value) && Number(value) >= 0;

/** Keys and values as in a link; what cannot be used is left out and named, as there. */
async function setFrom(patch: Said): Promise<void> {
  const words: Record<string, string> = {};
  for (const [key, value] of Object.entries(patch)) {
    if (isText(value) && !OF_THE_ADDRESS.includes(key)) words[key] = value === true ? "1" : String(value);
    else leaveOut(key, value);
  }
  const { lecture: id, step, click, exercise, ...rest } = words;
  if (exercise !== undefined) await beginExercise(exercise);
  if (id !== undefined || step !== undefined || click !== undefined) await goToPlace(id, step, click);
  // A run that it asks for may take long: nothing waits for that.
  if (Object.keys(rest).length > 0) void obey(rest);
}

async function beginExercise(name: string): Promise<void> {
  const [{ exerciseOf }, { begin: beginOne }] = await Promise.all([
    import("../../content/exercises/exercises"),
    import("../exercises/desk"),
  ]);
  const one = exerciseOf(name);
  if (one && lecture.peek() !== null) leave();
  if (one) beginOne(one);
  else leaveOut("exercise", name);
}

/** `lecture`, `step` and `click` as in a link; without the first, of the lecture that is given. */
async function goToPlace(id?: string, step?: string, click?: string): Promise<void> {
  if (id !== undefined) await begin(id);
  const given = lecture.peek();
  const isGiven = given !== null && (id ?? given.id) === given.id;
  if (isGiven && /^\d{1,9}$/.test(click ?? "0")) goFrom(step ?? place.peek()?.step ?? "", Number(click ?? 0));
  else {
    // Of a lecture that there is none of, it was said.
    const left = Object.entries({ step, click });
    sayDropped(left.flatMap(([key, text]) => (text === undefined ? [] : [leftOut(key, text)])));
  }
}
