// What the engine found for the clicks of the open shop, kept by data and model: asked in parts, so that it can be watched and stopped, and
// a click of the visitor's goes first.
import { batch, computed, signal } from "@preact/signals";
import type { Law, Truth, TruthClicks } from "../../engine.ts";
import { isSettled } from "../../state/answers";
import { inSlot } from "../../state/engineSlot";
import { type LoadedModel, openData } from "../../state/opened";
import { type Ask, type Question as Asking, asking } from "../../state/question";
import { fetchStored, measurementKey, STORED_KEY } from "../../state/storedMeasurement";
import { WorkerFailure } from "../../worker/client";
import { type Question, refusal } from "./methods";
import { mix } from "./process";
import { holdNow, holdWhenPlayed, subject, subjectKey } from "./subject";

/** The engine keeps the model that answers under this name. */
const MAIN = "main";
const SNAPSHOT = "measured";
const UNTRAINED = "untrained";
/** Clicks of one part. */
const PART = 50;
/** So many tell shares apart by 4 points, in seconds. */
const MOST: Readonly<Record<Question, number>> = { which: 500, pointed: Number.POSITIVE_INFINITY };
const QUESTIONS = ["which", "pointed"] as const satisfies readonly Question[];
const askedOf = (canPoint: boolean): readonly Question[] => (canPoint ? QUESTIONS : ["which"]);
/** Models whose answers are kept. */
const MOST_KEPT = 12;

/** A question with the clicks that are answered so far. */
export interface Progress {
  readonly of: number;
  readonly answer: Truth;
}

export interface Measurement {
  readonly clicks: TruthClicks;
  /** Null: not asked yet, or the model keeps no source apart. */
  readonly law: Law | null;
  readonly which: Progress | null;
  readonly pointed: Progress | null;
  /** Answers of the untrained model, once they are whole. */
  readonly untrained: readonly Truth[] | null;
  /** The day on which it was counted, where it came with the page. */
  readonly date?: string;
}

const kept = signal<ReadonlyMap<string, Measurement>>(new Map());
/** The measurement that the visitor stopped. */
const stopped = signal<string | null>(null);
/** The visitor wants this engine's own numbers where others came with the page. */
const isAnew = signal(false);

/** Which model on which data; null while there is none, and for data without a known process. */
const key = computed(() => {
  const [open, model] = [openData.value, subjectKey.value];
  return open && model !== null && mix.value ? measurementKey(open.key, model) : null;
});

export const measurement = computed(() => kept.value.get(key.value ?? "") ?? null);
export const isStopped = computed(() => key.value !== null && stopped.value === key.value);

const isWhole = (progress: Progress | null) => progress !== null && progress.answer.clicks.length >= progress.of;

/** A question's answer once it is whole, or as far as it had come when it was stopped. */
function finished(question: Question) {
  return computed<Truth | null>(() => {
    const progress = measurement.value?.[question] ?? null;
    if (!progress || progress.of === 0) return null;
    return isWhole(progress) || (isStopped.value && progress.answer.clicks.length > 0) ? progress.answer : null;
  });
}

export const answers = { which: finished("which"), pointed: finished("pointed") };

/** Clicks asked so far, of how many; null before the engine has said how many there are. */
export const counted = computed(() => {
  const now = measurement.value;
  const summary = subject.value?.summary;
  if (!now || !summary) return null;
  const questions = askedOf(refusal(summary) === null);
  const sum = (of: (question: Question) => number) => questions.reduce((total, question) => total + of(question), 0);
  return {
    done: sum((question) => now[question]?.answer.clicks.length ?? 0),
    of: sum((question) => Math.min(now.clicks[question], MOST[question])),
  };
});

export const isDone = computed(() => counted.value !== null && counted.value.done >= counted.value.of);

export function stopMeasuring(): void {
  stopped.value = key.peek();
}

export function goOn(): void {
  stopped.value = null;
}

/** Asks the engine for what came with the page. */
export function askAnew(): void {
  batch(() => {
    kept.value = new Map([...kept.peek()].filter(([, { date }]) => date === undefined));
    isAnew.value = true;
    goOn();
  });
}

/** Measures the model of a run as it is now, and goes on with it while the run goes on. */
export function measureNow(): void {
  batch(() => {
    holdNow();
    goOn();
  });
}

function keep(name: string, found: Measurement): void {
  const others = [...kept.peek()].filter(([other]) => other !== name);
  kept.value = new Map([...others.slice(1 - MOST_KEPT), [name, found]]);
}

const tooFew = (message: string) => new WorkerFailure(message, { code: "unknown", message });

interface Wanted {
  readonly question: Question;
  readonly of: number;
  readonly model: string;
  /** What is known already. */
  readonly answer: Truth | null;
  readonly onPart?: (answer: Truth) => void;
}

/** Asks for the clicks of a question that are missing, part by part. */
async function askAll(ask: Ask, { question, of, model, answer: known, onPart }: Wanted): Promise<Truth> {
  let answer: Truth = known ?? { question, sources: [], methods: [], clicks: [] };
  while (answer.clicks.length < of) {
    const from = answer.clicks.length;
    const part = await ask("truth", { model, question, from, count: Math.min(PART, of - from) });
    if (part.clicks.length === 0) throw tooFew(`no clicks from ${from} of ${of}`);
    answer = { ...part, clicks: [...answer.clicks, ...part.clicks] };
    onPart?.(answer);
  }
  return answer;
}

/** Work with the model that is measured: where it answers, or, as a run overtakes its snapshots there, in a slot of its own. */
function withModel<Found>(
  ask: Ask,
  { origin, bytes }: LoadedModel,
  work: (slot: string) => Promise<Found>,
): Promise<Found> {
  if (origin !== "training" || !bytes) return work(MAIN);
  return inSlot(
    SNAPSHOT,
    () => ask("loadModel", { bytes, slot: SNAPSHOT }),
    () => work(SNAPSHOT),
  );
}

/** The measurement that came with the page, in the parts in which the engine would have answered; nothing where there is none for this one. */
async function storedFor(name: string): Promise<readonly Partial<Measurement>[]> {
  const found = name === STORED_KEY && !isAnew.peek() ? await fetchStored() : null;
  if (!found) return [];
  const { date, clicks, law, untrained } = found;
  const whole = (answer: Truth): Progress => ({ of: answer.clicks.length, answer });
  return [{ date, clicks, law }, { which: whole(found.which) }, { pointed: whole(found.pointed), untrained }];
}

/** What is drawn of a part is drawn in a task of its own. */
const drawn = () => new Promise((resolve) => setTimeout(resolve));

/** Asks for what is missing of a measurement. */
async function measure(ask: Ask, name: string, canPoint: boolean, model: string): Promise<true> {
  let now = kept.peek().get(name);
  const put = (patch: Partial<Measurement>) => {
    if (now) now = { ...now, ...patch };
    if (now) keep(name, now);
  };
  if (!now) {
    const [first, ...others] = await storedFor(name);
    const clicks = first?.clicks ?? (await ask("truthClicks", null));
    if (!clicks) return true;
    now = { clicks, law: null, which: null, pointed: null, untrained: null };
    put({ ...first });
    for (const part of others) {
      await drawn();
      put(part);
    }
  }
  if (canPoint && !now.law) put({ law: await ask("law", { model }) });
  for (const question of askedOf(canPoint)) {
    const of = Math.min(now.clicks[question], MOST[question]);
    const answer = now[question]?.answer ?? null;
    await askAll(ask, { question, of, model, answer, onPart: (found) => put({ [question]: { of, answer: found } }) });
  }
  return true;
}

/** The same clicks put to the same configuration with the weights it started from. */
async function measureUntrained(ask: Ask, name: string, canPoint: boolean): Promise<true> {
  const now = kept.peek().get(name);
  if (!now) return true;
  const found: Truth[] = [];
  for (const question of askedOf(canPoint)) {
    const of = Math.min(now.clicks[question], MOST[question]);
    found.push(await askAll(ask, { question, of, model: UNTRAINED, answer: null }));
  }
  keep(name, { ...(kept.peek().get(name) ?? now), untrained: found });
  return true;
}

/** Measures what is open for as long as a view wants it. */
export function followMeasuring(): Asking<true> {
  const letGo = holdWhenPlayed();
  const clicks = asking(
    () => {
      const [name, model] = [key.value, subject.value];
      isAnew.value;
      if (name === null || !model || stopped.value === name) return null;
      const canPoint = refusal(model.summary) === null;
      return async (ask) => {
        if (isDone.peek()) return true;
        return withModel(ask, model, (slot) => measure(ask, name, canPoint, slot));
      };
    },
    { when: () => isSettled.value },
  );
  const stop = () => {
    letGo();
    clicks.stop();
  };
  return { ...clicks, stop };
}

/** Once the model is measured, its own beginning. */
export function followUntrained(): Asking<true> {
  return asking(() => {
    const [name, model] = [key.value, subject.value];
    if (name === null || !model || !isDone.value || kept.peek().get(name)?.untrained) return null;
    const canPoint = refusal(model.summary) === null;
    return (ask) => {
      const load = () => withModel(ask, model, (from) => ask("loadUntrained", { from, slot: UNTRAINED }));
      return inSlot(UNTRAINED, load, () => measureUntrained(ask, name, canPoint));
    };
  });
}
