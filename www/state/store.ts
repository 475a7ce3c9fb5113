// What the views read: the experiment, the data, the model and what the engine said about them, as signals. The engine
// is handed in (`connect`), so this file knows the questions and when to ask them, but no worker and no DOM.
import { batch, computed, effect, signal } from "@preact/signals";
import type {
  BakedExample,
  Catalogue,
  DatasetSummary,
  DeviceInfo,
  Explanation,
  Floors,
  ModelSummary,
  Prediction,
  RealSession,
} from "../engine.ts";
import { type DataSource, type EngineClient, WorkerFailure } from "../worker/client";
import { dispatch, excludeSeen, experiment, pinned, session } from "./current";
import { type Change, type FocusCell, TOP_K } from "./experiment";
import { isVisible, slotsOf, strongestCell } from "./slots";

export type { DataSource };
export { dispatch, experiment };

/** Where the engine stands; what a visitor may press follows from it. */
export type EngineStatus =
  /** The stored example is on screen, bytes are arriving. `total` is null when the server did not say. */
  | { readonly phase: "loading"; readonly received: number; readonly total: number | null }
  /** The engine runs and reads data or weights. */
  | { readonly phase: "opening" }
  | { readonly phase: "ready" }
  /** The worker died and came back by itself. */
  | { readonly phase: "restarted" }
  | { readonly phase: "failed"; readonly failure: WorkerFailure };

/** Whose weights answer. */
export type Weights =
  | { readonly kind: "none" }
  | { readonly kind: "shipped" }
  | { readonly kind: "training"; readonly label: string }
  /** A run of before, chosen from the list of models. */
  | { readonly kind: "kept"; readonly label: string };

/** The list that changes of rank are measured against. */
export interface Baseline {
  /** 1-based rank by item id, 0 = was not a candidate. */
  readonly ranks: Uint32Array;
  readonly reason:
    | Exclude<Change, { kind: "replace" } | { kind: "clear" }>
    | { readonly kind: "weights" | "filter" }
    | { readonly kind: "pinned"; readonly session: readonly number[] };
}

export interface Timings {
  /** Milliseconds inside the engine. */
  readonly predict: number;
  readonly explain: number;
  /** From the edit to the new list and maps being handed to the views. */
  readonly total: number;
}

/** The data and weights that come with the page. */
export interface Shipped {
  readonly source: Extract<DataSource, { kind: "synthetic" }>;
  /** Of the system that was chosen last. */
  readonly weights: Uint8Array;
  readonly examples: BakedExample["examples"];
  readonly floors: BakedExample["floors"];
}

export const catalogue = signal<Catalogue | null>(null);
export const summary = signal<DatasetSummary | null>(null);
export const model = signal<ModelSummary | null>(null);
export const weights = signal<Weights>({ kind: "none" });
/** The data that is open, as the trainer must open it too. */
export const source = signal<DataSource | null>(null);
export const prediction = signal<Prediction | null>(null);
export const explanation = signal<Explanation | null>(null);
/** The session that `prediction` answers; the same array as `experiment.value.session` once it has caught up. */
export const answered = signal<readonly number[]>([]);
export const baseline = signal<Baseline | null>(null);
export const floors = signal<{ readonly valid: Floors; readonly test: Floors } | null>(null);
/** Sessions to start from; only for the data that comes with the page. */
export const examples = signal<BakedExample["examples"]>([]);
export const engine = signal<EngineStatus>({ phase: "loading", received: 0, total: null });
export const device = signal<DeviceInfo | null>(null);
export const timings = signal<Timings | null>(null);
/** The engine itself, once it runs: default configurations for the training panel are asked of it. */
export const client = signal<EngineClient | null>(null);

/** True where the weights that come with the page were trained on the data that is open. */
export const isShippedData = computed(() => {
  const open = source.value;
  return open === null ? weights.value.kind === "shipped" : fitsShipped(open);
});

/** True once the engine has answered, has nothing to answer or never will: work that nobody waits for may begin. */
export const isSettled = computed(() => {
  const { phase } = engine.value;
  if (phase === "loading" || phase === "opening") return false;
  return phase === "failed" || timings.value !== null || session.value.length === 0 || model.value === null;
});

/** True while what is on screen answers an older session than the one shown. */
export const pending = computed(() => session.value.length > 0 && session.value !== answered.value);

/** Layer and head on screen, within what the model has. */
export const mapView = computed(() => {
  const { layer, head } = experiment.value;
  const maps = explanation.value;
  return {
    layer: Math.min(layer, Math.max(0, (maps?.layers ?? 1) - 1)),
    head: head === "mean" ? head : Math.min(head, Math.max(0, (maps?.heads ?? 1) - 1)),
  } as const;
});

/** The cell all maps point at: the visitor's, or the newest item's strongest look back. Null without an explanation. */
export const focusCell = computed<FocusCell | null>(() => {
  const maps = explanation.value;
  const n = maps?.items.length ?? 0;
  if (!maps || n === 0 || maps.layers === 0) return null;
  const { focus } = experiment.value;
  if (focus && focus.row < n && focus.column < n && isVisible(focus.row, focus.column, maps.causal)) return focus;
  const { layer, head } = mapView.value;
  const strongest = strongestCell(maps, layer, head === "mean" ? [...Array(maps.heads).keys()] : [head]);
  return strongest && { ...strongest, pinned: false };
});

/** Which slot of the model on screen holds which step; without a model every step has one. */
export const slots = computed(() => {
  const { length } = session.value;
  const maps = explanation.value;
  return maps ? slotsOf(maps.items, answered.value.length) : { size: length, steps: length, dropped: 0 };
});

/** The largest list any choice of k can show is always asked for, so that choosing k needs no question. */
const ASKED_K = Math.max(...TOP_K);
/** Grows whenever other weights or other data answer: the same session must be asked again. */
const answers = signal(0);

/**
 * Paints the stored example: the same signals, filled before any engine runs. A session that a link brought has no stored
 * answer; its list and maps wait for the engine.
 */
export function showExample(example: BakedExample): void {
  batch(() => {
    examples.value = example.examples;
    catalogue.value = example.catalogue;
    summary.value = example.summary;
    model.value = example.model;
    weights.value = { kind: "shipped" };
    floors.value = example.floors;
    if (session.value.join() !== example.session.join() || excludeSeen.value) return;
    prediction.value = { ...example.prediction, ranks: Uint32Array.from(example.prediction.ranks) };
    explanation.value = {
      ...example.explanation,
      contributions: Float32Array.from(example.explanation.contributions),
      bias: Float32Array.from(example.explanation.bias),
      fused: Float32Array.from(example.explanation.fused),
      weights: Float32Array.from(example.explanation.weights),
      gates: Float32Array.from(example.explanation.gates),
    };
    answered.value = session.value;
  });
}

let shipped: Shipped | null = null;
let running = false;
let askAgain = false;
let paused = false;
/** Crashes since the last answer. */
let crashes = 0;
/** When the oldest edit that is not on screen yet was made. */
let editedAt = 0;
/** What the prediction on screen was asked with; null before the engine has answered. */
let shown: { session: readonly number[]; excludeSeen: boolean; answers: number } | null = null;

function asFailure(cause: unknown): WorkerFailure | null {
  return cause instanceof WorkerFailure ? cause : null;
}

/** Starts answering. From here on every change of session, filter or weights asks the engine; the last one wins. */
export async function connect(engineClient: EngineClient, ready: Shipped, first: DataSource): Promise<void> {
  shipped = ready;
  engineClient.onProgress((received, total) => {
    if (engine.value.phase === "loading") engine.value = { phase: "loading", received, total };
  });
  engineClient.onCrash(() => {
    engine.value = { phase: "restarted" };
    answers.value += 1;
  });
  try {
    device.value = await engineClient.ready;
    client.value = engineClient;
    await openData(first, "keep");
  } catch (cause) {
    const failure = asFailure(cause);
    if (!failure) throw cause;
    engine.value = { phase: "failed", failure };
    return;
  }
  effect(() => {
    session.value;
    excludeSeen.value;
    answers.value;
    if (!running) editedAt = performance.now();
    void ask();
  });
  effect(() => {
    void measureAgainst(pinned.value);
  });
}

function runningClient(): EngineClient {
  if (!client.value) throw new Error("the engine has not started");
  return client.value;
}

/** True when the shipped weights were trained on exactly this data. */
function fitsShipped(opened: DataSource): boolean {
  return shipped !== null && JSON.stringify(opened) === JSON.stringify(shipped.source);
}

/**
 * Opens other data. The session is emptied, for its ids mean other items now ("keep": the first opening, whose session
 * came with the page). Rejects with the engine's reason, the old data then stays.
 */
export async function openData(next: DataSource, old: "forget" | "keep" = "forget"): Promise<DatasetSummary> {
  const engineClient = runningClient();
  engine.value = { phase: "opening" };
  // Between the data and its weights the engine has nothing to answer with.
  paused = true;
  try {
    const opened = await engineClient.open(next);
    const items = await engineClient.catalogue();
    const loaded = fitsShipped(next) && shipped ? await engineClient.loadModel(shipped.weights) : null;
    batch(() => {
      if (old === "forget") {
        dispatch({ type: "forget" });
        prediction.value = null;
        explanation.value = null;
        baseline.value = null;
        answered.value = [];
        shown = null;
      }
      source.value = next;
      summary.value = opened;
      catalogue.value = items;
      examples.value = fitsShipped(next) && shipped ? shipped.examples : [];
      floors.value = fitsShipped(next) && shipped ? shipped.floors : null;
      model.value = loaded;
      weights.value = loaded ? { kind: "shipped" } : { kind: "none" };
    });
    if (!floors.value) void measureFloors(engineClient, next);
    return opened;
  } finally {
    paused = false;
    engine.value = { phase: "ready" };
    answers.value += 1;
  }
}

async function measureFloors(engineClient: EngineClient, of: DataSource): Promise<void> {
  const valid = await engineClient.floors("valid", 0);
  const test = await engineClient.floors("test", 0);
  if (source.value === of) floors.value = { valid, test };
}

/** Loads weights for the visitor's own session, which is asked again. False when other data came meanwhile. */
async function answerWith(bytes: Uint8Array, from: Weights): Promise<boolean> {
  const of = source.value;
  const loaded = await runningClient().loadModel(bytes);
  if (source.value !== of) return false;
  batch(() => {
    model.value = loaded;
    weights.value = from;
    answers.value += 1;
  });
  return true;
}

/** Weights of a training run answer from now on. */
export async function useWeights(bytes: Uint8Array, label: string): Promise<void> {
  await answerWith(bytes, { kind: "training", label });
}

/** Weights that an earlier run left behind answer from now on. */
export async function useKeptWeights(bytes: Uint8Array, label: string): Promise<void> {
  await answerWith(bytes, { kind: "kept", label });
}

/** Other weights that come with the page, and from then on the ones that "the page's own" means. */
export async function useReadyWeights(bytes: Uint8Array): Promise<void> {
  if (!shipped || !isShippedData.value) return;
  if (await answerWith(bytes, { kind: "shipped" })) shipped = { ...shipped, weights: bytes };
}

/** Back to the weights that come with the page; only for the data they were trained on. */
export async function useShippedWeights(): Promise<void> {
  if (shipped && isShippedData.value) await answerWith(shipped.weights, { kind: "shipped" });
}

/** A held-out session whose next item is known. */
export function drawRealSession(seed: number): Promise<RealSession> {
  return runningClient().realSession(seed);
}

async function ask(): Promise<void> {
  askAgain = true;
  if (running) return;
  running = true;
  try {
    while (askAgain) {
      askAgain = false;
      await askOnce(runningClient()).then(() => {
        crashes = 0;
      }, onFailedAnswer);
    }
  } finally {
    running = false;
  }
}

/** A crash is asked again once, of the engine that took the dead one's place. Anything else would only fail again. */
function onFailedAnswer(cause: unknown): void {
  const failure = asFailure(cause);
  if (!failure) throw cause;
  if (failure.detail.code === "crashed") {
    crashes += 1;
    askAgain = crashes < 2;
  }
  if (!askAgain) engine.value = { phase: "failed", failure };
}

async function askOnce(engineClient: EngineClient): Promise<void> {
  if (paused) return;
  const asked = { session: session.value, excludeSeen: excludeSeen.value, answers: answers.value };
  if (asked.session.length === 0 || !model.value) {
    batch(() => {
      prediction.value = null;
      explanation.value = null;
      answered.value = asked.session;
    });
    shown = null;
    return;
  }
  const items = [...asked.session];
  const [list, maps] = await Promise.all([
    engineClient.predict({ items, k: ASKED_K, exclude_seen: asked.excludeSeen }),
    engineClient.explain({ items }),
  ]);
  if (session.value !== asked.session || answers.value !== asked.answers) return;
  batch(() => {
    baseline.value = baselineFor(asked);
    prediction.value = list.value;
    explanation.value = maps.value;
    answered.value = asked.session;
    timings.value = { predict: list.ms, explain: maps.ms, total: performance.now() - editedAt };
  });
  shown = asked;
  editedAt = performance.now();
}

/**
 * The list on screen becomes the baseline of the next one. A pinned baseline stays, and so does the last one when the same
 * question is asked again; a whole new session starts without one, for its ranks have nothing to do with the old list's.
 */
function baselineFor(asked: NonNullable<typeof shown>): Baseline | null {
  const ranks = prediction.value?.ranks;
  if (pinned.value) return baseline.value;
  if (!ranks) return null;
  const before = shown ?? { ...asked, session: answered.value };
  const { change } = experiment.value;
  if (before.session !== asked.session) {
    return change && change.kind !== "replace" && change.kind !== "clear" ? { ranks, reason: change } : null;
  }
  if (before.answers !== asked.answers) return { ranks, reason: { kind: "weights" } };
  if (before.excludeSeen !== asked.excludeSeen) return { ranks, reason: { kind: "filter" } };
  return baseline.value;
}

/** A pinned list is the one on screen if it answers that session, and is asked for otherwise (a link brought it). */
async function measureAgainst(pin: readonly number[] | null): Promise<void> {
  if (!pin) {
    if (baseline.peek()?.reason.kind === "pinned") baseline.value = null;
    return;
  }
  const reason = { kind: "pinned", session: pin } as const;
  const list = prediction.peek();
  if (list && answered.peek() === pin) {
    baseline.value = { ranks: list.ranks, reason };
    return;
  }
  if (pin.length === 0) return;
  const asked = { items: [...pin], k: ASKED_K, exclude_seen: excludeSeen.peek() };
  const { value } = await runningClient().predict(asked);
  if (pinned.peek() === pin) baseline.value = { ranks: value.ranks, reason };
}
