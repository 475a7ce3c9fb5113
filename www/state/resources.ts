// Data and models follow the state: whoever changes `data` or `model`, a link, a menu, a lecture or the browser's Back, this is the one
// place that opens and loads what they name. What cannot be had is said, and what was there before stays.
import { batch, computed, effect, signal, untracked } from "@preact/signals";
import type { DatasetSummary, RealSession } from "../engine.ts";
import { type EngineClient, WorkerFailure } from "../worker/client";
import { aborted } from "../worker/failure";
import { begin } from "./begin";
import { type WantedModel, wantedModel } from "./choices";
import { current, dispatch, experiment, set } from "./current";
import { type DataKey, readyShop, sameData } from "./dataKey";
import { askTwice, client, engine, engineNow, isOpening, sayDead } from "./engine";
import type { Experiment } from "./experiment";
import { sayDropped } from "./notices";
import { dataFailure, floors, loaded, modelFailure, openData } from "./opened";
import { sourceOf } from "./ownData";
import { type Ask, asking } from "./question";
import { fetchReadyIndex } from "./ready";
import { shopFacts } from "./shopFacts";

/** The slot of the engine that answers the visitor. */
const MAIN = "main";

/** What the engine itself has open; the stored example is on screen before. */
const inEngine = signal<DataKey | null>(null);
/** What is on screen is what the engine has. */
const isOpen = computed(() => {
  const [open, has] = [openData.value, inEngine.value];
  return open !== null && has !== null && sameData(open.key, has);
});
/** The state as it was when its data was open: where a failed opening leads back to. */
let kept: Experiment | null = null;
/** Counts openings: the last one counts. */
let turn = 0;
/** What the engine's main slot holds. */
let inMain: WantedModel | null = null;
/** What is on its way there; whatever is wanted next calls it off, and so does other data. */
let loading: { readonly wanted: WantedModel; readonly off: AbortController } | null = null;

function sameModel(one: WantedModel, other: WantedModel | null | undefined): boolean {
  return one.key === other?.key && one.version === other.version;
}

function stopLoading(): void {
  loading?.off.abort();
  loading = null;
}

/** Follows the state from now on. Returns what stops it. */
export function followResources(): () => void {
  const stops = [
    effect(() => {
      const [engineClient, wanted] = [client.value, current.data.value];
      if (engineClient) untracked(() => followData(engineClient, wanted));
    }),
    effect(() => {
      if (inEngine.value && sameData(experiment.value.data, inEngine.value)) kept = experiment.value;
    }),
    effect(() => {
      // Names of ready models are wanted as soon as a link or a menu asks for another than the first.
      const shop = readyShop(current.data.value);
      if (shop && wantedModel.value === "wait") void fetchReadyIndex(shop);
    }),
    effect(() => {
      const [engineClient, wanted] = [client.value, wantedModel.value];
      if (engineClient && isOpen.value && wanted !== "wait") untracked(() => void followModel(engineClient, wanted));
    }),
    effect(() => {
      const quiz = current.quiz.value;
      const isReady = client.value !== null && isOpen.value && engine.value.phase === "ready";
      if (quiz && quiz.target === 0 && isReady) untracked(() => void drawQuiz(quiz.seed));
    }),
    measureFloors(),
  ];
  return () => {
    for (const stop of stops) stop();
  };
}

function followData(engineClient: EngineClient, wanted: DataKey): void {
  const has = inEngine.peek();
  // While something else is being opened, the engine is on its way to that.
  if (has && sameData(wanted, has) && !isOpening.peek()) return;
  open(engineClient, wanted).catch((cause: unknown) => {
    if (!(cause instanceof WorkerFailure)) throw cause;
    if (cause.detail.code === "aborted" || !sameData(experiment.peek().data, wanted)) return;
    dataFailure.value = cause;
    if (kept) experiment.value = kept;
    else sayDead(cause);
  });
}

/**
 * Opens data at the visitor's wish. The session stays until the data is open; then it is emptied, for its ids mean other items.
 * Rejects with the engine's reason, and the old data stays; with "aborted" where other data was asked for meanwhile.
 */
export async function openAtWish(wanted: DataKey): Promise<DatasetSummary> {
  const engineClient = engineNow();
  try {
    return await open(engineClient, wanted);
  } catch (cause) {
    // The state did not change; where the engine did, it goes back, too.
    if (inEngine.peek() === null) followData(engineClient, current.data.peek());
    throw cause;
  }
}

async function open(engineClient: EngineClient, wanted: DataKey): Promise<DatasetSummary> {
  const source = sourceOf(wanted);
  if (!source) throw new WorkerFailure("These files belong to another visit.", { code: "not_ready", what: "data" });
  turn += 1;
  const mine = turn;
  const shop = readyShop(wanted);
  isOpening.value = true;
  dataFailure.value = null;
  try {
    const summary = await engineClient.ask("open", source);
    // Whatever fails from here on, the engine has left what it had.
    if (mine === turn) inEngine.value = null;
    const [catalogue, facts] = await Promise.all([
      engineClient.ask("catalogue", null),
      // Its examples are where the session begins.
      shop ? shopFacts(shop) : null,
    ]);
    if (mine !== turn) throw aborted();
    batch(() => {
      isOpening.value = false;
      inEngine.value = wanted;
      inMain = null;
      stopLoading();
      const before = openData.peek();
      if (!before || !sameData(before.key, wanted)) loaded.value = null;
      const examples = facts?.examples ?? [];
      openData.value = { key: wanted, source, summary, catalogue, examples };
      if (!sameData(experiment.peek().data, wanted)) dispatch({ type: "set", patch: { data: wanted } });
      begin(examples[0]?.items ?? [], catalogue.items.length);
      kept = experiment.peek();
      if (facts?.floors) floors.put(facts.floors);
    });
    return summary;
  } finally {
    if (mine === turn) isOpening.value = false;
  }
}

/** Of data whose floors the page does not bring. Charts and tables are drawn without them until they are measured. */
function measureFloors(): () => void {
  const areMissing = computed(() => isOpen.value && floors.value === null);
  const split = (ask: Ask, split: "valid" | "test") => ask("floors", { split, sessions: 0 });
  return asking(
    () => {
      if (!areMissing.value) return null;
      return async (ask) => ({ valid: await split(ask, "valid"), test: await split(ask, "test") });
    },
    { onAnswer: (measured) => floors.put(measured) },
  ).stop;
}

async function followModel(engineClient: EngineClient, wanted: WantedModel | null): Promise<void> {
  if (wanted !== null && sameModel(wanted, loading?.wanted)) return;
  stopLoading();
  if (wanted === null) loaded.value = null;
  if (wanted === null || sameModel(wanted, inMain)) return;
  const mine = { wanted, off: new AbortController() };
  loading = mine;
  modelFailure.value = null;
  const of = openData.peek()?.source;
  const isWanted = () => loading === mine && openData.peek()?.source === of;
  try {
    const bytes = await wanted.bytes();
    if (!isWanted()) return;
    const summary = await askTwice(engineClient, "loadModel", { bytes, slot: MAIN }, mine.off.signal);
    if (!isWanted()) return;
    inMain = wanted;
    const { key, origin, label } = wanted;
    batch(() => {
      loaded.value = { key, summary, origin, label, bytes };
      modelFailure.value = null;
    });
  } catch (cause) {
    if (!(cause instanceof WorkerFailure)) throw cause;
    if (isWanted()) modelFailure.value = { name: wanted.name, failure: cause };
  } finally {
    if (loading === mine) loading = null;
  }
}

/** Asks for the model that is wanted once more, after it did not arrive. */
export function retryModel(): void {
  const [engineClient, wanted] = [client.peek(), wantedModel.peek()];
  modelFailure.value = null;
  if (engineClient && wanted && wanted !== "wait") void followModel(engineClient, wanted);
}

/** A session of the test set by its seed; null where the data has none that long, and while no engine answers. */
export async function testSession(seed: number): Promise<RealSession | null> {
  try {
    return (await client.peek()?.ask("realSession", { seed })) ?? null;
  } catch (cause) {
    if (!(cause instanceof WorkerFailure)) throw cause;
    return null;
  }
}

/** The session and the hidden next item that belong to a seed. */
async function drawQuiz(seed: number): Promise<void> {
  const found = await testSession(seed);
  const quiz = current.quiz.peek();
  if (quiz?.seed !== seed) return;
  if (!found) {
    sayDropped([`quiz=${seed}`]);
    set({ quiz: null });
    return;
  }
  dispatch({ type: "set", patch: { session: found.items, quiz: { ...quiz, target: found.target } } });
}
