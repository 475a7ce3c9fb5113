// The models that stand side by side: each in its own slot of the engine, all asked about the visitor's session.
import { batch, computed, effect, signal } from "@preact/signals";
import type { Explanation, ModelSummary, Prediction } from "../../engine.ts";
import { answered, prediction } from "../../state/answers";
import { answeringChoice, choices } from "../../state/choose";
import { current, dispatch, experiment, session, set } from "../../state/current";
import { client, engine } from "../../state/engine";
import { source } from "../../state/opened";
import type { Choice } from "../../state/shelf";
import { type EngineClient, WorkerFailure } from "../../worker/client";
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

export interface Side {
  /** Slot of the engine; also the side's identity. */
  readonly slot: string;
  readonly choice: Choice;
  /** Null until the weights are loaded. */
  readonly summary: ModelSummary | null;
  readonly answer: Answer | null;
  /** Why there is nothing to show. */
  readonly failure: string | null;
}

/** How deep lists are asked for: ranks are known for every item, probabilities down to here. */
const DEPTH = 200;

/** A first: the one that all others are measured against. */
export const sides = signal<readonly Side[]>([]);
/** The part of the page is in view; questions wait until it is. */
export const inView = signal(false);
/** The side that A is compared with, item by item and cell by cell. */
const partnerSlot = signal<string | null>(null);
export const partner = computed(() => {
  const at = sides.value.findIndex(({ slot }) => slot === partnerSlot.value);
  return at > 0 ? at : 1;
});
/** Layer and head of all maps here. Heads of models trained apart have no common order, so the mean comes first. */
export const mapChoice = signal<{ layer: number; head: number | "mean" }>({ layer: 0, head: "mean" });

let made = 0;

function newSide(choice: Choice): Side {
  made += 1;
  return { slot: `side-${made}`, choice, summary: null, answer: null, failure: null };
}

function change(slot: string, part: Partial<Side>): void {
  sides.value = sides.value.map((side) => (side.slot === slot ? { ...side, ...part } : side));
}

function isThere(slot: string): boolean {
  return sides.peek().some((side) => side.slot === slot);
}

async function load({ slot, choice }: Side): Promise<void> {
  const engineClient = client.peek();
  if (!engineClient) return;
  try {
    const bytes = await choice.weights();
    if (!isThere(slot)) return;
    const summary = await engineClient.loadModel(bytes, slot);
    if (isThere(slot)) change(slot, { summary, failure: null });
    else await engineClient.dropModel(slot);
  } catch (cause) {
    change(slot, { failure: cause instanceof Error ? cause.message : String(cause) });
  }
}

function drop(gone: readonly Side[]): void {
  for (const { slot, summary } of gone) {
    // What is still loading drops itself when it arrives. A dead engine has dropped everything.
    if (summary)
      client
        .peek()
        ?.dropModel(slot)
        .catch(() => undefined);
  }
}

/** What a link to this state would name: the ready systems, if the visitor chose nothing else. */
function noteInState(next: readonly Side[]): void {
  const isReady = next.every(({ choice }) => choice.label === "");
  set({ sides: isReady ? next.map(({ choice }) => choice.system) : [] });
}

/** Puts other sides in place; those that stay keep their weights and answers. */
function show(next: readonly Side[]): void {
  const before = sides.peek();
  const gone = before.filter(({ slot }) => !next.some((side) => side.slot === slot));
  sides.value = next;
  noteInState(next);
  drop(gone);
  for (const side of next) if (!before.includes(side)) void load(side);
}

/** These models and no others, in this order. */
export function showModels(models: readonly Choice[]): void {
  const free = [...sides.peek()];
  show(
    models.map((choice) => {
      const at = free.findIndex((side) => side.choice.key === choice.key && side.failure === null);
      return free.splice(at, at < 0 ? 0 : 1)[0] ?? newSide(choice);
    }),
  );
}

export function replaceSide(index: number, choice: Choice): void {
  show(sides.peek().map((side, at) => (at === index ? newSide(choice) : side)));
}

/** The first model that is not there yet. */
export const nextChoice = computed(
  () => choices.value.find(({ key }) => !sides.value.some((side) => side.choice.key === key)) ?? null,
);

export function addSide(): void {
  const choice = nextChoice.peek();
  if (choice && sides.peek().length < MOST) show([...sides.peek(), newSide(choice)]);
}

export function removeSide(index: number): void {
  if (sides.peek().length > FEWEST) show(sides.peek().filter((_, at) => at !== index));
}

/** The side becomes A, and A takes its place. */
export function swapWithFirst(index: number): void {
  const now = sides.peek();
  const [a, b] = [now[0], now[index]];
  if (!a || !b) return;
  batch(() => {
    // What was compared stays compared: only the sign of the difference changes.
    if (partner.peek() === index) partnerSlot.value = a.slot;
    sides.value = now.map((side, at) => (at === 0 ? b : at === index ? a : side));
    noteInState(sides.value);
  });
}

export function compareWith(index: number): void {
  partnerSlot.value = sides.peek()[index]?.slot ?? null;
}

interface Asked {
  readonly session: readonly number[];
  readonly excludeSeen: boolean;
  readonly answer: Promise<Answer>;
}

/** Questions under way, by slot: a model that arrives while another is thinking does not make it think again. */
const asked = new Map<string, Asked>();
let turn = 0;

function answerOf(
  engineClient: EngineClient,
  slot: string,
  items: readonly number[],
  exclude: boolean,
): Promise<Answer> {
  const known = asked.get(slot);
  if (known?.session === items && known.excludeSeen === exclude) return known.answer;
  const question = { items: [...items], model: slot };
  const answer = Promise.all([
    engineClient.predict({ ...question, k: DEPTH, exclude_seen: exclude }),
    engineClient.explain(question),
  ]).then(([list, maps]) => ({ session: items, excludeSeen: exclude, list: list.value, maps: maps.value }));
  const mine = { session: items, excludeSeen: exclude, answer };
  const done = () => {
    if (asked.get(slot) === mine) asked.delete(slot);
  };
  answer.then(done, done);
  asked.set(slot, mine);
  return answer;
}

/** Asks every model that has not answered the session on screen; all new answers appear at once. The last call wins. */
async function ask(items: readonly number[], exclude: boolean): Promise<void> {
  turn += 1;
  const mine = turn;
  const engineClient = client.peek();
  if (!engineClient || items.length === 0) return;
  const isAnswered = ({ answer }: Side) => answer?.session === items && answer.excludeSeen === exclude;
  const open = sides.peek().filter((side) => side.summary && !isAnswered(side));
  try {
    const answers = await Promise.all(
      open.map(async ({ slot }) => [slot, await answerOf(engineClient, slot, items, exclude)] as const),
    );
    if (mine !== turn || answers.length === 0) return;
    const bySlot = new Map<string, Answer>(answers);
    sides.value = sides.value.map((side) => ({ ...side, answer: bySlot.get(side.slot) ?? side.answer }));
  } catch (cause) {
    if (!(cause instanceof WorkerFailure)) throw cause;
    // An engine that died comes back with all its slots, and its next answer to the main list asks here again.
    if (cause.detail.code === "crashed") return;
    for (const { slot } of open) change(slot, { failure: cause.message });
  }
}

/** Follows data, session and engine while the part is on the page. Returns what stops it. */
export function follow(): () => void {
  const stops = [
    effect(() => {
      // Other data: the engine has emptied every slot, and item ids mean something else.
      source.value;
      sides.value = [];
    }),
    effect(() => {
      if (sides.value.length > 0 || !inView.value || !client.value || engine.value.phase === "opening") return;
      const wanted = named(experiment.peek().sides, choices.value);
      const pair = wanted ?? openingPair(choices.value, answeringChoice.value);
      if (pair.length === 0) return;
      const chosen = experiment.peek().sides;
      showModels(pair);
      // What the page chose by itself is nothing a link need say.
      if (!wanted) set({ sides: chosen });
    }),
    effect(() => {
      // The visitor's own list comes first: wait until it is here.
      prediction.value;
      const waits = answered.value !== session.value || !inView.value;
      const loaded = sides.value.some(({ summary }) => summary !== null);
      if (!waits && loaded) void ask(session.value, current.excludeSeen.value);
    }),
  ];
  return () => {
    for (const stop of stops) stop();
  };
}
