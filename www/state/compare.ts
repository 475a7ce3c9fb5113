// Trains what was chosen, one run after another, in the trainer worker. A run that fails is written down and the next goes on;
// a run that ends is ranked on the test sessions at its best epoch and kept.
import { computed, effect, untracked } from "@preact/signals";
import type { Metrics } from "../engine.ts";
import { type DataSource, type TrainerClient, WorkerFailure } from "../worker/client";
import { BOTH, budget, changeWish, wish } from "./compareChoice";
import { type PlannedRun, runKey } from "./comparePlan";
import { failures, missing, results } from "./compareResults";
import { endRuns, isStopping, live, phase, runOne, stopAll } from "./compareRun";
import { defaultConfig } from "./defaultConfigs";
import { client } from "./engine";
import { FIRST_SYSTEM } from "./firstSystem";
import { holder } from "./holder";
import { isOnShelf, type RecordLabel, shelved } from "./keptModels";
import { source } from "./opened";
import { addRecord, deleteRecords, openIdentity, prepareHistory } from "./runHistory";
import { bestEpoch, type RunRecord, recordOf } from "./runRecord";
import type { TrainedModel } from "./shelf";
import { fetchSystems, systems } from "./systems";
import { forgetOpened, holdTrainer, prepareTrainer, releaseTrainer, trainer } from "./trainer";

export interface Surroundings {
  connect: () => TrainerClient;
  /** A model that a finished run left, for whoever answers the visitor's session. */
  offer: (model: TrainedModel) => void;
  /** Which run, in words. */
  label: RecordLabel;
}

/** The Train panel has a run that is not over. */
export const blocked = computed(() => holder.value === "train");

/** The data of the runs under way. */
interface Subject {
  readonly data: DataSource;
  readonly identity: string;
}

let around: Surroundings | null = null;
let subject: Subject | null = null;

/** Called once, before the panel is shown. */
export function prepareComparison(given: Surroundings): void {
  if (around) return;
  around = given;
  prepareTrainer(given.connect);
  void prepareHistory();
  effect(() => {
    if (!client.value || !source.value) return;
    void fetchSystems();
    const ids = [FIRST_SYSTEM, ...wish.value.systems].filter((id) => systems.value.some((system) => system.id === id));
    untracked(() => ids.forEach((id) => void defaultConfig(id)));
  });
  effect(() => {
    // Runs on other data have nothing to do with what is on screen any more.
    if (source.value !== subject?.data) untracked(() => void stopAll());
  });
}

function offer(record: RunRecord, bytes: Uint8Array, of: DataSource): void {
  if (!around || record.system === null) return;
  isOnShelf(record, of);
  around.offer(shelved(record, around.label(record, bestEpoch(record) ?? 0), of, bytes));
}

/** Trains what is missing. Runs that are finished are kept, whatever happens to the others. */
export async function trainAll(): Promise<void> {
  const connection = trainer();
  const data = source.peek();
  const identity = openIdentity.peek();
  if (!connection || !data || identity === null || phase.peek() !== "idle" || !holdTrainer("compare")) return;
  subject = { data, identity };
  failures.put(new Map());
  phase.value = "preparing";
  try {
    for (const run of missing.peek()) {
      if (isStopping()) break;
      await trainOne(connection, run, subject);
    }
  } finally {
    subject = null;
    endRuns();
    releaseTrainer("compare");
  }
}

/** The claim in one press: decoupled against early fusion. */
export async function trainBoth(): Promise<void> {
  if (phase.peek() !== "idle" || blocked.peek()) return;
  changeWish({ systems: BOTH });
  const known = await Promise.all(BOTH.map(defaultConfig));
  if (known.every((config) => config !== null)) await trainAll();
}

/** All runs of the plan once more. */
export async function trainAgain(): Promise<void> {
  await deleteRecords([...results.peek().values()].map((record) => record.id));
  await trainAll();
}

async function trainOne(connection: TrainerClient, run: PlannedRun, of: Subject): Promise<void> {
  try {
    const end = await runOne(connection, run, of.data);
    if (end.kind === "failed") throw end.failure;
    if (end.kind === "stopped" || !end.best) await keepRun(run, of, null, null);
    else await judge(connection, run, end.best, of);
  } catch (cause) {
    if (!(cause instanceof WorkerFailure)) throw cause;
    forgetOpened();
    failures.put(new Map(failures.peek()).set(runKey(run), cause), of.data);
  }
}

/** Ranks the test sessions with the model of the best epoch and keeps the run. */
async function judge(connection: TrainerClient, planned: PlannedRun, best: Uint8Array, of: Subject): Promise<void> {
  if (!isStopping()) phase.value = "testing";
  const test = await connection.judge(planned.config, best, "test", 0);
  const record = await keepRun(planned, of, test, planned.seed === budget.peek()?.firstSeed ? best : null);
  if (record?.hasWeights) offer(record, best, of.data);
}

/** Writes the run under way into the history; one that was stopped before its first evaluation leaves nothing to keep. */
async function keepRun(
  { system, name }: PlannedRun,
  { identity: data }: Subject,
  test: Metrics | null,
  weights: Uint8Array | null,
): Promise<RunRecord | null> {
  const run = live.peek();
  if (!run?.finish || run.evaluations.length === 0) return null;
  const given = { origin: "compare", data, system, name, test, hasWeights: weights !== null } as const;
  return addRecord(recordOf({ ...run, finish: run.finish }, given), weights);
}
