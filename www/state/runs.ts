// Training runs as plain data: the series every chart reads, built from what the trainer tells. Pure, so that a run can be
// replayed in a test.
import type { DeviceInfo, Metrics, RankMetrics, RunConfig, RunStart, Stage, StepReport } from "../engine.ts";
import type { RunPhase, TrainerEvent } from "../worker/client";

/** Losses by step, as columns: a chart reads one at a time. Attribute losses are kept unweighted, as they are told. */
export interface LossColumns {
  readonly step: readonly number[];
  readonly total: readonly number[];
  readonly item: readonly number[];
  /** One column per attribute. */
  readonly attributes: readonly (readonly number[])[];
  /** Further terms of some models, by the engine's names; not a number at steps of a stage without the term. */
  readonly extra: Readonly<Record<string, readonly number[]>>;
}

export interface Evaluation {
  readonly epoch: number;
  readonly step: number;
  readonly metrics: Metrics;
}

/** A place in a run whose weights are kept. */
export interface Kept {
  readonly epoch: number;
  readonly step: number;
}

export interface Run {
  readonly id: number;
  /** As the visitor set it; what goes on after a lost device trains the rest of its epochs. */
  readonly config: RunConfig;
  readonly start: RunStart;
  readonly device: DeviceInfo;
  /** Names of the data's attributes, in order. */
  readonly attributes: readonly string[];
  /** What ran before the device was lost; 0 for a run from the start. Added to everything the trainer counts. */
  readonly base: Kept;
  readonly phase: RunPhase;
  readonly stage: Stage;
  readonly epoch: number;
  readonly step: number;
  readonly firstStepMs: number | null;
  readonly stepsPerSecond: number;
  readonly elapsedBeforeMs: number;
  readonly elapsedMs: number;
  readonly loss: LossColumns;
  readonly evaluations: readonly Evaluation[];
  readonly last: Kept | null;
  readonly best: Kept | null;
  readonly finish: "epochs" | "no_gain" | "stopped" | null;
}

export type NewRun = Pick<Run, "id" | "config" | "start" | "device" | "attributes"> & {
  /** The run whose last kept weights this one goes on from: its curves are kept up to there. */
  readonly continues?: Run;
};

export function openRun({ continues, ...given }: NewRun): Run {
  const base = continues ? goesOnFrom(continues) : { epoch: 0, step: 0 };
  const fresh = { step: [], total: [], item: [], attributes: given.attributes.map(() => []), extra: {} };
  const columns = continues?.loss ?? fresh;
  return {
    ...given,
    base,
    phase: "paused",
    stage: given.start.pretraining_epochs > 0 ? "pretraining" : "training",
    ...base,
    firstStepMs: null,
    stepsPerSecond: 0,
    elapsedBeforeMs: continues?.elapsedMs ?? 0,
    elapsedMs: continues?.elapsedMs ?? 0,
    loss: cut(columns, Math.min(base.step, continues?.last?.step ?? 0)),
    evaluations: (continues?.evaluations ?? []).filter((one) => one.step <= base.step),
    last: continues?.last ?? null,
    best: continues?.best ?? null,
    finish: null,
  };
}

/** The columns up to a step: what came after the kept weights never happened to them. */
function cut(columns: LossColumns, step: number): LossColumns {
  const after = columns.step.findIndex((one) => one > step);
  const keep = after < 0 ? columns.step.length : after;
  return {
    step: columns.step.slice(0, keep),
    total: columns.total.slice(0, keep),
    item: columns.item.slice(0, keep),
    attributes: columns.attributes.map((column) => column.slice(0, keep)),
    extra: mapColumns(columns.extra, (column) => column.slice(0, keep)),
  };
}

type Columns = LossColumns["extra"];

function mapColumns(columns: Columns, change: (column: readonly number[], name: string) => readonly number[]): Columns {
  return Object.fromEntries(Object.entries(columns).map(([name, column]) => [name, change(column, name)]));
}

function appendExtra(columns: Columns, before: number, reports: readonly StepReport[]): Columns {
  const names = new Set([...Object.keys(columns), ...reports.flatMap(({ extra }) => extra.map((term) => term.name))]);
  const all = Object.fromEntries([...names].map((name) => [name, columns[name] ?? Array(before).fill(Number.NaN)]));
  const termOf = (report: StepReport, name: string) =>
    report.extra.find((term) => term.name === name)?.value ?? Number.NaN;
  return mapColumns(all, (column, name) => [...column, ...reports.map((report) => termOf(report, name))]);
}

function append(columns: LossColumns, reports: readonly StepReport[], base: Kept): LossColumns {
  return {
    step: [...columns.step, ...reports.map((report) => report.step + base.step)],
    total: [...columns.total, ...reports.map((report) => report.total)],
    item: [...columns.item, ...reports.map((report) => report.item)],
    attributes: columns.attributes.map((column, at) => [
      ...column,
      ...reports.map((report) => report.attributes[at] ?? Number.NaN),
    ]),
    extra: appendExtra(columns.extra, columns.step.length, reports),
  };
}

/** The run after an event; events of other runs change nothing. */
export function reduceRun(run: Run, event: TrainerEvent): Run {
  if (event.runId !== run.id) return run;
  switch (event.type) {
    case "phase":
      return { ...run, phase: event.phase };
    case "first_step":
      return { ...run, firstStepMs: event.ms };
    case "steps": {
      const last = event.reports.at(-1);
      if (!last) return run;
      return {
        ...run,
        loss: append(run.loss, event.reports, run.base),
        step: last.step + run.base.step,
        epoch: last.epoch + run.base.epoch,
        stage: last.stage,
        stepsPerSecond: event.stepsPerSecond,
        elapsedMs: run.elapsedBeforeMs + event.elapsedMs,
      };
    }
    case "metrics": {
      const epoch = event.epoch + run.base.epoch;
      const step = event.step + run.base.step;
      return { ...run, evaluations: [...run.evaluations, { epoch, step, metrics: event.metrics }] };
    }
    case "snapshot": {
      const kept = { epoch: event.epoch + run.base.epoch, step: event.step + run.base.step };
      return { ...run, last: kept, best: event.best ? kept : run.best };
    }
    case "finished":
      return { ...run, finish: event.reason, phase: event.reason === "stopped" ? "stopped" : "finished" };
    case "crashed":
      return { ...run, phase: "stopped" };
  }
}

/** Steps of the whole run, with what ran before a lost device. */
export function totalSteps(run: Run): number {
  return run.base.step + run.start.total_steps;
}

/** Where a run goes on after its kept weights: at the next whole epoch, and at least the last one is trained again. */
function goesOnFrom(run: Run): Kept {
  const perEpoch = Math.max(1, run.start.steps_per_epoch);
  const begun = Math.ceil((run.last?.step ?? 0) / perEpoch);
  const epoch = Math.min(begun, totalEpochs(run.config) - 1);
  return { epoch, step: epoch * perEpoch };
}

/** The configuration of what is left of a run after its kept weights. */
export function remaining(run: Run): RunConfig {
  const done = goesOnFrom(run).epoch;
  const pretraining = pretrainingEpochs(run.config);
  const { model, training } = run.config;
  const rest = { ...training, epochs: training.epochs - Math.max(0, done - pretraining) };
  if (model.kind !== "s3rec") return { model, training: rest };
  return { model: { ...model, pretrain_epochs: Math.max(0, pretraining - done) }, training: rest };
}

/** Epochs before the first that trains on next items; 0 for most models. */
export function pretrainingEpochs({ model }: RunConfig): number {
  return model.kind === "s3rec" ? model.pretrain_epochs : 0;
}

/** Epochs of a whole run, pre-training first. */
export function totalEpochs(config: RunConfig): number {
  return pretrainingEpochs(config) + config.training.epochs;
}

/** A step on the charts' axis, which counts epochs. */
export function epochOf(run: Run, step: number): number {
  return step / Math.max(1, run.start.steps_per_epoch);
}

/** Milliseconds to the last epoch at the present rate; null before a rate is known and when nothing is left. */
export function timeLeft(run: Run): number | null {
  if (run.stepsPerSecond <= 0 || run.finish !== null) return null;
  return ((totalSteps(run) - run.step) / run.stepsPerSecond) * 1000;
}

export function isOver(run: Run): boolean {
  return run.phase === "finished" || run.phase === "stopped";
}

/** Weights of the attribute losses in the total, as the configuration has them. */
export function lambdas({ model }: RunConfig, attributes: number): number[] {
  if ("attributes" in model) return model.attributes.map((attribute) => attribute.lambda);
  return model.kind === "icai" ? Array(attributes).fill(model.lambda) : [];
}

export type MetricName = "recall" | "ndcg";
/** Whether items of the visitor's own history stay candidates: kept is the paper's protocol. */
export type History = "kept" | "masked";

export interface Measured {
  readonly value: number;
  /** One standard error. */
  readonly error: number;
}

/** A metric at a cut-off; null where the engine was not asked for that cut-off. */
export function measured(metrics: RankMetrics, name: MetricName, k: number): Measured | null {
  const at = metrics.k.indexOf(k);
  const value = metrics[name][at];
  const error = metrics[name === "recall" ? "recall_se" : "ndcg_se"][at];
  return value === undefined || error === undefined ? null : { value, error };
}

export type Standing = "above" | "below" | "same";

/** How a result stands to a reference. Within one standard error the two cannot be told apart. */
export function standing(result: Measured, reference: number): Standing {
  if (Math.abs(result.value - reference) <= result.error) return "same";
  return result.value > reference ? "above" : "below";
}
