// The exercise that is being done: where it began, how near it is, what the visitor had before, and what is kept on this machine.
import { batch, computed, effect, signal } from "@preact/signals";
import { type Exercise, exerciseOf } from "../../content/exercises/exercises";
import { aside, resetBut } from "../../state/aside";
import { isAsWanted } from "../../state/asWanted";
import { chosenAnswer } from "../../state/chosenAnswer";
import { current, experiment, session } from "../../state/current";
import { type Unkept, whyUnkept } from "../../state/database";
import { sameData } from "../../state/dataKey";
import { engine } from "../../state/engine";
import { DEFAULTS, type Experiment, reduce } from "../../state/experiment";
import type { FieldName, Patch } from "../../state/fields";
import { readLink } from "../../state/link";
import { linkBase } from "../../state/linkBase";
import { onForgotten } from "../../state/notes";
import { catalogue, loaded, modelFailure, openData } from "../../state/opened";
import { asking } from "../../state/question";
import { tellResult } from "../../state/results";
import { until } from "../../state/until";
import { obey } from "../common/obey";
import { began, newRecords } from "./begun";
import { CHECKS } from "./checks";
import type { Found } from "./found";

const KEY = "dif-sr.exercises";

interface Kept {
  readonly near: number;
  readonly isSolved: boolean;
}

function recall(): Record<string, Kept> {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(KEY) ?? "{}");
    return typeof kept === "object" && kept !== null ? (kept as Record<string, Kept>) : {};
  } catch {
    return {};
  }
}

/** Why it is forgotten with the page; null while it is kept. */
export const progressUnkept = signal<Unkept | null>(null);

/** How far each was brought, by its name. */
export const progress = signal<Readonly<Record<string, Kept>>>(recall());

onForgotten(() => {
  progress.value = {};
});

function keep(name: string, near: number, isSolved: boolean): void {
  const before = progress.peek()[name];
  // Solved once is solved.
  if (before?.isSolved || (before && before.near >= near && !isSolved)) return;
  progress.value = { ...progress.peek(), [name]: { near, isSolved } };
  try {
    localStorage.setItem(KEY, JSON.stringify(progress.peek()));
    progressUnkept.value = null;
  } catch (cause) {
    // It is then known until the page is left.
    progressUnkept.value = whyUnkept(cause);
  }
}

export const exercise = computed<Exercise | null>(() => exerciseOf(current.exercise.value));

const own = aside("dif-sr.before-exercise");

/** Steps on the way, of the exercise under way. */
const done = signal<ReadonlyMap<string, number>>(new Map());

/** Of the page around it, panels that a class does not see stay unseen. */
const RESET = resetBut(["projector", "view", "hide"]);

const startOf = ({ start }: Exercise): Patch => readLink(start).patch;

/** What a link is written against while it is under way: one that names it leads to its start. */
function writeAgainst(one: Exercise): void {
  linkBase.value = { ...DEFAULTS, ...startOf(one) };
}

/** From a link: its start, and over that what the link says of the state. Null: there is none of that name. */
export function stateAtLink(patch: Patch, defaults: Experiment): Experiment | null {
  const one = exerciseOf(patch.exercise ?? null);
  if (!one) return null;
  writeAgainst(one);
  began.atLink(one.name);
  return { ...defaults, ...startOf(one), ...patch };
}

/** Puts its start on screen; what the visitor had is given back when they leave it. */
export function begin(one: Exercise): void {
  const start = startOf(one);
  began.now(one.name);
  // A frame that shows the list alone goes to where the task is done.
  const embed = current.embed.peek() && (start.panel ?? null);
  if (current.exercise.peek() === null) own.put(experiment.peek());
  writeAgainst(one);
  batch(() => {
    chosenAnswer.value = null;
    done.value = new Map();
    played.value = 0;
    checking.show(null);
    const whole = reduce(experiment.peek(), { type: "set", patch: { ...RESET, ...start, embed, exercise: one.name } });
    experiment.value = { ...whole, past: [], future: [], change: null };
  });
}

export function leave(): void {
  began.over();
  own.giveBack({ exercise: null, panel: "exercises" });
}

interface Checked extends Found {
  /** The exercise that it is of. */
  readonly name: string;
  /** Something had been done when it was asked. */
  readonly touched: boolean;
}

/** What the engine says of the state on screen. */
const checking = asking<Checked>(
  () => {
    const [one, state, items, data] = [exercise.value, experiment.value, session.value, catalogue.value];
    const [records, known, chosen, model] = [newRecords.value, done.value, chosenAnswer.value, loaded.value];
    // Runs and floors of the data before say nothing of this exercise.
    if (!one || !data || !model || !openData.value || !sameData(openData.value.key, state.data)) return null;
    const start = startOf(one).session ?? [];
    const touched = isTouched.value;
    const check = CHECKS[one.name as keyof typeof CHECKS];
    return async (ask) => ({
      ...(await check(ask, { state, items, start, catalogue: data, records, done: known, choice: chosen })),
      name: one.name,
      touched,
    });
  },
  {
    // Half of what it reads is the state, half is what answers: they have to be of one model.
    when: () => isAsWanted.value || modelFailure.value !== null,
    onAnswer: ({ name, touched, did, near, isSolved }) => {
      // Where it begins, nothing was done yet.
      if (!touched) return;
      if (did && done.peek().get(did[0]) !== did[1]) done.value = new Map([...done.peek(), did]);
      keep(name, near, isSolved);
      const kind = isSolved ? "completed" : "answered";
      tellResult({
        verb: kind,
        object: name,
        success: isSolved,
        score: near,
        code: isSolved ? codeOf(name) : null,
      });
    },
  },
);

/** The same, null while it has said nothing of this exercise: the answer to another one stays until then. */
export const checked = computed<Found | null>(() => {
  const now = checking.value.value;
  return now && now.name === exercise.value?.name ? now : null;
});

/** What is on screen was checked, or cannot be. */
const isChecked = computed(
  () => engine.value.phase === "failed" || modelFailure.value !== null || (isAsWanted.value && !checking.pending.value),
);

/** Something differs from the start. */
export const isTouched = computed(() => {
  const one = exercise.value;
  if (!one) return false;
  const start = { ...DEFAULTS, ...startOf(one) };
  const state = experiment.value;
  const names: readonly FieldName[] = [
    "session",
    "off",
    "layer",
    "head",
    "model",
    "rankClicks",
    "rankWidth",
    "rankAttributeWidth",
    "form",
  ];
  const differs = names.some((name) => JSON.stringify(state[name]) !== JSON.stringify(start[name]));
  return differs || chosenAnswer.value !== null || done.value.size > 0 || newRecords.value.length > 0;
});

/** Four digits, the same on every machine: to be read out, and held beside the lecturer's. No two exercises share one. */
export function codeOf(name: string): string {
  let hash = 11;
  for (const letter of `${name} brand loyal 212`) hash = (hash * 31 + letter.charCodeAt(0)) % 8999;
  return String(hash + 1000);
}

/** The answer, patch by patch: which comes next. */
export const played = signal(0);
/** One is on its way. */
export const isPlaying = signal(false);

effect(() => {
  current.exercise.value;
  played.value = 0;
});

export async function playNext(): Promise<void> {
  const [one, at] = [exercise.peek(), played.peek()];
  const patch = one?.answer[at];
  if (!one || patch === undefined || isPlaying.peek()) return;
  if (at === 0) begin(one);
  played.value = at + 1;
  isPlaying.value = true;
  try {
    await obey(Object.fromEntries(new URLSearchParams(patch)));
    // What a step has shown counts once it is checked: the next one must not overtake that.
    await until(() => exercise.value !== one || isChecked.value);
  } finally {
    isPlaying.value = false;
  }
}
