// The models that stand side by side: which ones is in the state, each has its own slot of the engine, and all of them are asked about
// the visitor's session.
import { computed, effect, untracked } from "@preact/signals";
import type { Explanation, ModelSummary, Prediction } from "../../engine.ts";
import { answeringChoice } from "../../state/answeringChoice";
import { answered } from "../../state/answers";
import { choices } from "../../state/choices";
import { current, session, set } from "../../state/current";
import { client, engine } from "../../state/engine";
import { ofData } from "../../state/opened";
import { asking } from "../../state/question";
import { type Choice, stateKey } from "../../state/shelf";
import { shownPlaces } from "../../state/shown";
import { WorkerFailure } from "../../worker/client";
import { named, openingPair } from "./opening";

export const LETTERS = ["A", "B", "C", "D"] as const;
export const MOST = LETTERS.length;
export const FEWEST = 2;

/** What a model says about a session. */
export interface Answer {
  readonly session: readonly number[];
  readonly excludeSeen: boolean;
  readonly list: Prediction;
  readonly maps: Explanation;
}

interface Slot {
  /** Slot of the engine; also the side's identity. */
  readonly slot: string;
  readonly choice: Choice;
  /** Null until the model is loaded. */
  readonly summary: ModelSummary | null;
  /** Why there is nothing to show. */
  readonly failure: WorkerFailure | null;
}

export interface Side extends Slot {
  readonly answer: Answer | null;
}

/** How deep lists are asked for: ranks are known for every item, probabilities down to here. */
const DEPTH = 200;

/** In the engine: with other data it has emptied every slot, and item ids mean something else. */
const slots = ofData<readonly Slot[]>([]);
/** The panel is on the page; questions wait until it is. */
const { isShown, show } = shownPlaces();

/** All new answers appear at once; what a model has said of the session already is not asked again. */
const answers = asking<ReadonlyMap<string, Answer>>(
  () => {
    const [items, excludeSeen] = [session.value, current.excludeSeen.value];
    const loaded = slots.value.filter(({ summary }) => summary !== null);
    if (items.length === 0 || loaded.length === 0) return null;
    return async (ask) => {
      const known = answers.value.peek();
      const found = loaded.map(async ({ slot }): Promise<[string, Answer]> => {
        const before = known?.get(slot);
        if (before?.session === items && before.excludeSeen === excludeSeen) return [slot, before];
        const question = { items: [...items], model: slot };
        const [list, maps] = await Promise.all([
          ask("predict", { ...question, k: DEPTH, exclude_seen: excludeSeen }),
          ask("explain", question),
        ]);
        return [slot, { session: items, excludeSeen, list: list.value, maps: maps.value }];
      });
      return new Map(await Promise.all(found));
    };
  },
  // The visitor's own list comes first.
  { when: () => isShown.value && answered.value === session.value },
);

/** A first: the one that all others are measured against. */
export const sides = computed<readonly Side[]>(() => {
  const failure = answers.failure.value;
  return slots.value.map((one) => ({
    ...one,
    failure: one.failure ?? failure,
    answer: answers.value.value?.get(one.slot) ?? null,
  }));
});

/** Of the models that attend. */
export const answersWithMaps = computed(() =>
  sides.value.flatMap(({ answer }) => (answer && answer.maps.layers > 0 ? [answer] : [])),
);

/** The side that A is compared with, item by item and cell by cell. */
export const partner = computed(() =>
  Math.min(Math.max(1, current.partner.value), Math.max(1, sides.value.length - 1)),
);

/** What the state asks for, or what the page would choose. */
const wanted = computed<readonly Choice[]>(
  () => named(current.sides.value, choices.value) ?? openingPair(choices.value, answeringChoice.value),
);

let made = 0;

function newSlot(choice: Choice): Slot {
  made += 1;
  return { slot: `side-${made}`, choice, summary: null, failure: null };
}

function change(slot: string, part: Partial<Slot>): void {
  slots.put(slots.peek().map((one) => (one.slot === slot ? { ...one, ...part } : one)));
}

function isThere(slot: string): boolean {
  return slots.peek().some((one) => one.slot === slot);
}

async function load({ slot, choice }: Slot): Promise<void> {
  const engineClient = client.peek();
  if (!engineClient) return;
  try {
    const bytes = await choice.weights();
    if (!isThere(slot)) return;
    const summary = await engineClient.ask("loadModel", { bytes, slot });
    if (isThere(slot)) change(slot, { summary, failure: null });
    else await engineClient.ask("dropModel", { slot });
  } catch (cause) {
    if (!(cause instanceof WorkerFailure)) throw cause;
    change(slot, { failure: cause });
  }
}

function drop(gone: readonly Slot[]): void {
  for (const { slot, summary } of gone) {
    // What is still loading drops itself when it arrives. A dead engine has dropped everything.
    if (summary)
      client
        .peek()
        ?.ask("dropModel", { slot })
        .catch(() => undefined);
  }
}

/** Puts these models in place, in this order; those that stay keep their slots and answers. */
function put(models: readonly Choice[]): void {
  const before = slots.peek();
  const free = [...before];
  const next = models.map((choice) => {
    const at = free.findIndex((one) => one.choice.key === choice.key && one.choice.version === choice.version);
    return free.splice(at, at < 0 ? 0 : 1)[0] ?? newSlot(choice);
  });
  if (next.length === before.length && next.every((one, at) => one === before[at])) return;
  slots.put(next);
  drop(free);
  for (const one of next) if (!before.includes(one)) void load(one);
}

/** These models and no others, in this order. */
export function showModels(models: readonly Choice[]): void {
  set({ sides: models.map(stateKey) });
}

function shownModels(): Choice[] {
  return slots.peek().map(({ choice }) => choice);
}

export function replaceSide(index: number, choice: Choice): void {
  showModels(shownModels().map((one, at) => (at === index ? choice : one)));
}

/** Loads a model that did not arrive once more. */
export function retrySide(slot: string): void {
  const found = slots.peek().find((one) => one.slot === slot);
  change(slot, { failure: null });
  if (found?.summary) answers.again();
  else if (found) void load(found);
}

/** The first model that is not there yet. */
export const nextChoice = computed(
  () => choices.value.find(({ key }) => !slots.value.some((one) => one.choice.key === key)) ?? null,
);

export function addSide(): void {
  const choice = nextChoice.peek();
  if (choice && slots.peek().length < MOST) showModels([...shownModels(), choice]);
}

export function removeSide(index: number): void {
  if (slots.peek().length <= FEWEST) return;
  const compared = partner.peek();
  if (index > 0 && index < compared) set({ partner: compared - 1 });
  showModels(shownModels().filter((_, at) => at !== index));
}

/** The side becomes A, and A takes its place. What was compared stays compared: only the sign of the difference changes. */
export function swapWithFirst(index: number): void {
  const now = shownModels();
  const [a, b] = [now[0], now[index]];
  if (a && b) showModels(now.map((one, at) => (at === 0 ? b : at === index ? a : one)));
}

export function compareWith(index: number): void {
  set({ partner: index });
}

/** Follows state, data and engine while the panel is on the page. Returns what stops it. */
export function follow(): () => void {
  const hide = show();
  const unfollow = effect(() => {
    const [models, isReady] = [wanted.value, client.value !== null && engine.value.phase !== "opening"];
    // A pair that the page chose stays when another model answers meanwhile.
    const stays = current.sides.value.length === 0 && slots.value.length > 0;
    if (isReady && models.length > 0 && !stays) untracked(() => put(models));
  });
  return () => {
    hide();
    unfollow();
  };
}
