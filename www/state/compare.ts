// Trains what was chosen, one run after another, in the trainer worker. A run that fails is written down and the next goes on;
// a run that ends is ranked on the test sessions at its best weights and kept.
import { batch, computed, effect, signal } from "@preact/signals";
import type { Floors, Metrics } from "../engine.ts";
import { type DataSource, type TrainerClient, type TrainerEvent, WorkerFailure } from "../worker/client";
import { BOTH, changeWish, choice, defaults, planned, wish } from "./compareChoice";
import { type PlannedRun, recordFor, runKey, timeAhead } from "./comparePlan";
import { client } from "./engine";
import { source, summary } from "./opened";
import { addRecord, deleteRecords, keptWeights, openIdentity, prepareHistory, recordsHere } from "./runHistory";
import { bestEpoch, type RunRecord, recordOf } from "./runRecord";
import { openRun, type Run, reduceRun, timeLeft } from "./runs";
import { fetchSystems, systems } from "./systems";
import { forgetOpened, holder, holdTrainer, openOnTrainer, prepareTrainer, releaseTrainer, trainer } from "./trainer";

export type ComparePhase = "idle" | "preparing" | "training" | "paused" | "testing" | "stopping";

/** Weights of a finished run, offered to whoever answers the visitor's session. */
export interface TrainedWeights {
  readonly key: string;
  readonly system: string;
  readonly name: string;
  readonly label: string;
  readonly source: DataSource;
  readonly bytes: Uint8Array;
}

export interface Surroundings {
  connect: () => TrainerClient;
  offer: (weights: TrainedWeights) => void;
  /** Which run, in words. */
  label: (seed: number, epoch: number) => string;
}

export const phase = signal<ComparePhase>("idle");
export const underWay = signal<PlannedRun | null>(null);
/** The run under way, as far as it is. */
export const live = signal<Run | null>(null);
/** Why a run of the plan has no result, by `runKey`. */
export const failures = signal<ReadonlyMap<string, WorkerFailure>>(new Map());
/** Ceiling and floors on the sample of validation sessions that the runs are measured on. */
export const validFloors = signal<Floors | null>(null);

/** Finished runs of the plan, by `runKey`. */
export const results = computed(() => {
  const data = openIdentity.value;
  const found = new Map<string, RunRecord>();
  if (data === null) return found;
  for (const run of planned.value) {
    const record = recordFor(run, recordsHere.value, data);
    if (record) found.set(runKey(run), record);
  }
  return found;
});
export const missing = computed(() => planned.value.filter((run) => !results.value.has(runKey(run))));
/** The Train panel has a run that is not over. */
export const blocked = computed(() => holder.value === "train");

/** Milliseconds to the end of all runs; null while it cannot be told. */
export const allTimeLeft = computed(() => {
  const now = underWay.value;
  const run = live.value;
  if (!now || !run) return null;
  const left = timeLeft(run);
  const ahead = missing.value.slice(missing.value.findIndex((one) => runKey(one) === runKey(now)) + 1);
  const known = [...results.value.values()].flatMap(({ system, elapsedMs }) =>
    system === null ? [] : [{ system, ms: elapsedMs }],
  );
  if (left === null) return null;
  const rest = timeAhead(ahead, [...known, { system: now.system, ms: run.elapsedMs + left }]);
  return rest === null ? null : left + rest;
});

let around: Surroundings | null = null;
let listening = false;
/** Ends the wait for the run under way. */
let settle: ((end: RunEnd) => void) | null = null;
let bestWeights: Uint8Array | null = null;
/** A run also rests before its first step; only a rest that was asked for is a pause. */
let pauseAsked = false;

type RunEnd = { readonly kind: "finished" | "stopped" } | { readonly kind: "failed"; readonly failure: WorkerFailure };

/** Called once, before the panel is shown. */
export function prepareComparison(given: Surroundings): void {
  if (around) return;
  around = given;
  prepareTrainer(given.connect);
  void prepareHistory();
  effect(() => {
    const open = source.value;
    if (!open || !client.value) return;
    void forgetData();
  });
  effect(() => {
    const wanted = wish.value.systems;
    if (systems.value.length > 0) for (const id of ["dif_sr", ...wanted]) void fetchDefaults(id);
  });
  effect(() => {
    if (openIdentity.value !== null) void offerKept(openIdentity.value);
  });
}

/** Other data: its runs, its defaults. A run under way has nothing to do with it any more. */
async function forgetData(): Promise<void> {
  void stopAll();
  batch(() => {
    failures.value = new Map();
    defaults.value = {};
    validFloors.value = null;
  });
  await fetchSystems();
  for (const id of ["dif_sr", ...wish.peek().systems]) void fetchDefaults(id);
}

async function fetchDefaults(id: string): Promise<void> {
  const of = source.peek();
  if (defaults.peek()[id] || !systems.peek().some((system) => system.id === id)) return;
  const config = await client.peek()?.ask("defaultConfig", { system: id });
  if (!config || source.peek() !== of) return;
  defaults.value = { ...defaults.peek(), [id]: config };
  if (!validFloors.peek()) void measureFloors(config.training.eval_sessions);
}

async function measureFloors(sessions: number): Promise<void> {
  const of = source.peek();
  const measured = await client.peek()?.ask("floors", { split: "valid", sessions });
  if (measured && source.peek() === of) validFloors.value = measured;
}

/** After a reload: weights of the newest kept run of each system answer again. */
async function offerKept(identity: string): Promise<void> {
  await prepareHistory();
  const open = source.peek();
  const newest = new Map<string, RunRecord>();
  for (const record of recordsHere.peek()) {
    if (record.hasWeights && record.system !== null && !newest.has(record.system)) newest.set(record.system, record);
  }
  for (const record of newest.values()) {
    const bytes = await keptWeights(record.id);
    if (bytes && open && openIdentity.peek() === identity) offer(record, bytes, open);
  }
}

function offer(record: RunRecord, bytes: Uint8Array, of: DataSource): void {
  if (!around || record.system === null) return;
  const label = around.label(record.config.training.seed, bestEpoch(record) ?? 0);
  around.offer({ key: record.system, system: record.system, name: record.name, label, source: of, bytes });
}

/** Trains what is missing. Runs that are finished are kept, whatever happens to the others. */
export async function trainAll(): Promise<void> {
  const connection = trainer();
  const data = source.peek();
  const identity = openIdentity.peek();
  if (!connection || !data || identity === null || phase.peek() !== "idle" || !holdTrainer("compare")) return;
  if (!listening) connection.on(hear);
  listening = true;
  failures.value = new Map();
  phase.value = "preparing";
  try {
    for (const run of missing.peek()) {
      if (isStopping()) break;
      await trainOne(connection, run, data, identity);
    }
  } finally {
    batch(() => {
      phase.value = "idle";
      underWay.value = null;
      live.value = null;
    });
    releaseTrainer("compare");
  }
}

/** The claim in one press: decoupled against early fusion. */
export async function trainBoth(): Promise<void> {
  if (phase.peek() !== "idle" || blocked.peek()) return;
  changeWish({ systems: BOTH });
  await Promise.all(BOTH.map(fetchDefaults));
  await trainAll();
}

/** All runs of the plan once more. */
export async function trainAgain(): Promise<void> {
  await deleteRecords([...results.peek().values()].map((record) => record.id));
  await trainAll();
}

async function trainOne(connection: TrainerClient, run: PlannedRun, data: DataSource, identity: string): Promise<void> {
  batch(() => {
    phase.value = "preparing";
    underWay.value = run;
    live.value = null;
  });
  bestWeights = null;
  pauseAsked = false;
  try {
    const { device } = await openOnTrainer(connection, data);
    const ended = new Promise<RunEnd>((resolve) => {
      settle = resolve;
    });
    const { runId, start } = await connection.start(run.config);
    const attributes = summary.peek()?.attributes.map((attribute) => attribute.name) ?? [];
    live.value = openRun({ id: runId, config: run.config, start, device, attributes });
    if (isStopping()) await connection.stop();
    else {
      phase.value = "training";
      connection.play();
    }
    const end = await ended;
    if (end.kind === "failed") throw end.failure;
    if (end.kind === "finished") await judge(connection, run, data, identity);
    else await keepRun(run, identity, null, null);
  } catch (cause) {
    if (!(cause instanceof WorkerFailure)) throw cause;
    forgetOpened();
    failures.value = new Map(failures.peek()).set(runKey(run), cause);
  } finally {
    settle = null;
  }
}

/** Ranks the test sessions at the best weights and keeps the run. */
async function judge(
  connection: TrainerClient,
  planned: PlannedRun,
  data: DataSource,
  identity: string,
): Promise<void> {
  const weights = bestWeights;
  if (!weights) return;
  if (!isStopping()) phase.value = "testing";
  const test = await connection.judge(planned.config, weights, "test", 0);
  const record = await keepRun(planned, identity, test, planned.seed === choice.peek()?.firstSeed ? weights : null);
  if (record?.hasWeights) offer(record, weights, data);
}

/** Writes the run under way into the history; one that was stopped before its first evaluation leaves nothing to keep. */
async function keepRun(
  { system, name }: PlannedRun,
  data: string,
  test: Metrics | null,
  weights: Uint8Array | null,
): Promise<RunRecord | null> {
  const run = live.peek();
  if (!run?.finish || run.evaluations.length === 0) return null;
  const record = recordOf(
    { ...run, finish: run.finish },
    { origin: "compare", data, system, name, test, hasWeights: weights !== null },
  );
  await addRecord(record, weights);
  return record;
}

function isStopping(): boolean {
  return phase.peek() === "stopping";
}

function hear(event: TrainerEvent): void {
  const now = live.peek();
  if (!now || event.runId !== now.id) return;
  live.value = reduceRun(now, event);
  if (event.type === "snapshot" && event.best) bestWeights = event.bytes.slice();
  if (event.type === "phase" && event.phase === "paused" && pauseAsked && !isStopping()) phase.value = "paused";
  if (event.type === "finished") settle?.({ kind: event.reason === "stopped" ? "stopped" : "finished" });
  if (event.type === "crashed") settle?.({ kind: "failed", failure: event.failure });
}

export async function pauseAll(): Promise<void> {
  if (phase.peek() !== "training") return;
  pauseAsked = true;
  await trainer()?.pause();
}

export function goOn(): void {
  if (phase.peek() !== "paused") return;
  pauseAsked = false;
  phase.value = "training";
  trainer()?.play();
}

/** Ends the run under way without a result; a run that is being ranked is still kept. */
export async function stopAll(): Promise<void> {
  const before = phase.peek();
  if (before === "idle" || before === "stopping") return;
  phase.value = "stopping";
  if (before === "training" || before === "paused") await trainer()?.stop();
}
