// A run that is over, as it is kept: what was trained on what, its curve, what it cost. Weights are kept apart.
import type { DeviceInfo, Metrics, RunConfig } from "../engine.ts";
import { pretrainingEpochs } from "./epochs";
import type { Evaluation, Run } from "./runs";

export interface RunRecord {
  readonly id: string;
  /** Counted for each data set, over all tabs of the page; it stays what it is when others are deleted. */
  readonly number: number;
  /** Milliseconds since 1970. */
  readonly ended: number;
  readonly origin: "train" | "compare";
  /** What makes the data the same data (`dataIdentity`). */
  readonly data: string;
  /** Id of the system; null for a setting that is none of them. */
  readonly system: string | null;
  readonly name: string;
  readonly config: RunConfig;
  readonly device: DeviceInfo["kind"];
  readonly parameters: number;
  readonly steps: number;
  readonly stepsPerEpoch: number;
  readonly msPerStep: number | null;
  readonly elapsedMs: number;
  readonly finish: NonNullable<Run["finish"]>;
  readonly evaluations: readonly Evaluation[];
  /** The evaluation whose weights are the best by the trainer's rule. */
  readonly best: Evaluation | null;
  /** On the test sessions, at the best evaluation's weights; null where they were not ranked. */
  readonly test: Metrics | null;
  /** True when the best evaluation's weights are kept with it. */
  readonly hasWeights: boolean;
}

export type RecordOf = Pick<RunRecord, "origin" | "data" | "system" | "name" | "test" | "hasWeights">;

/** Before the store has numbered it. */
export type NewRecord = Omit<RunRecord, "number">;

/** As earlier versions kept it. */
export type KeptRecord = NewRecord & { readonly number?: number };

/** Runs kept at most; the oldest go first. */
export const MOST_RECORDS = 60;

export function recordOf(run: Run & { finish: RunRecord["finish"] }, given: RecordOf): NewRecord {
  const { config, device, start, finish, evaluations, step, stepsPerSecond, elapsedMs } = run;
  const ended = Date.now();
  return {
    ...given,
    // Two runs never end in the same page at the same time; two pages might.
    id: `${ended}-${Math.random().toString(36).slice(2, 8)}`,
    ended,
    config,
    device: device.kind,
    parameters: start.parameters,
    steps: step,
    stepsPerEpoch: start.steps_per_epoch,
    msPerStep: stepsPerSecond > 0 ? 1000 / stepsPerSecond : null,
    elapsedMs,
    finish,
    evaluations,
    best: evaluations.find((one) => one.step === run.best?.step) ?? null,
  };
}

/** The epoch of a record's best evaluation, counted from its first on next items. */
export function bestEpoch({ config, best }: Pick<RunRecord, "config" | "best">): number | null {
  return best ? best.epoch - pretrainingEpochs(config) : null;
}

/** The records with numbers, newest first. Where they had none, they count in the order in which they ended. */
export function withNumbers(kept: readonly KeptRecord[]): RunRecord[] {
  const last = new Map<string, number>();
  const oldestFirst = [...kept].sort((a, b) => a.ended - b.ended);
  const numbered = oldestFirst.map((record) => {
    const number = record.number ?? (last.get(record.data) ?? 0) + 1;
    last.set(record.data, Math.max(number, last.get(record.data) ?? 0));
    return { ...record, number };
  });
  return numbered.reverse();
}

/** The number of the next run on some data. */
export function nextNumber(records: readonly RunRecord[], data: string): number {
  return 1 + Math.max(0, ...records.filter((one) => one.data === data).map((one) => one.number));
}

/** The records with one more, newest first. A record of the same id is replaced. */
export function withRecord(records: readonly RunRecord[], added: RunRecord): RunRecord[] {
  return [added, ...records.filter((one) => one.id !== added.id)]
    .sort((a, b) => b.ended - a.ended)
    .slice(0, MOST_RECORDS);
}
