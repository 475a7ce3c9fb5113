// Training runs as plain data: the series every chart reads, built from what the trainer tells. Pure, so that a run can be
// replayed in a test.
import type { DeviceInfo, Metrics, RunConfig, RunStart, Stage } from "../engine.ts";
import type { RunPhase, TrainerEvent } from "../worker/client";
import type { Finish, RunPlace } from "../worker/protocol";
import { type EpochStarts, endOfEpoch, pretrainingEpochs, totalEpochs, totalSteps, withStarts } from "./epochs";
import { Losses } from "./losses";

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
  /** Running time after which it ends; null: it has none. */
  readonly limitMs: number | null;
  readonly start: RunStart;
  readonly device: DeviceInfo;
  /** Names of the data's attributes, in order. */
  readonly attributes: readonly string[];
  /** What ran before the device was lost; 0 for a run from the start. Added to everything the trainer counts. */
  readonly base: Kept;
  readonly phase: RunPhase;
  readonly stage: Stage;
  /** Counted over both stages. */
  readonly epoch: number;
  readonly step: number;
  readonly epochStarts: EpochStarts;
  readonly firstStepMs: number | null;
  readonly stepsPerSecond: number;
  readonly elapsedBeforeMs: number;
  readonly elapsedMs: number;
  readonly loss: Losses;
  readonly evaluations: readonly Evaluation[];
  readonly last: Kept | null;
  readonly best: Kept | null;
  readonly finish: Finish | null;
}

export type NewRun = Pick<Run, "id" | "config" | "start" | "device" | "attributes"> & {
  /** The run whose last kept weights this one goes on from: its curves are kept up to there. */
  readonly continues?: Run;
  readonly limitMs?: number | null;
};

export function openRun({ continues, ...given }: NewRun): Run {
  const base = continues ? goesOnFrom(continues) : { epoch: 0, step: 0 };
  return {
    ...given,
    limitMs: given.limitMs ?? null,
    base,
    phase: "paused",
    stage: given.start.pretraining_epochs > 0 ? "pretraining" : "training",
    ...base,
    // Weights can be kept before their last steps were told: what is missing is as long as expected.
    epochStarts: Array.from({ length: base.epoch }, (_, epoch) => (continues ? endOfEpoch(continues, epoch) : 0)),
    firstStepMs: null,
    stepsPerSecond: 0,
    elapsedBeforeMs: continues?.elapsedMs ?? 0,
    elapsedMs: continues?.elapsedMs ?? 0,
    loss: continues?.loss.upTo(Math.min(base.step, continues.last?.step ?? 0)) ?? Losses.none(given.attributes.length),
    evaluations: (continues?.evaluations ?? []).filter((one) => one.step <= base.step),
    last: continues?.last ?? null,
    best: continues?.best ?? null,
    finish: null,
  };
}

/** A run where it was when it was written down: what it told later never happened. */
export function reopenRun(run: Run, place: RunPlace, given: Pick<Run, "id" | "start" | "device">): Run {
  const at = { step: place.step + run.base.step, epoch: place.epoch + run.base.epoch };
  const before = (kept: Kept | null) => (kept && kept.step <= at.step ? kept : null);
  const pretraining = pretrainingEpochs(run.config);
  return {
    ...run,
    ...given,
    ...at,
    phase: "paused",
    stage: at.epoch > pretraining || pretraining === 0 ? "training" : "pretraining",
    epochStarts: run.epochStarts.slice(0, at.epoch),
    stepsPerSecond: 0,
    elapsedMs: run.elapsedBeforeMs + place.runningMs,
    loss: run.loss.upTo(at.step),
    evaluations: run.evaluations.filter((one) => one.step <= at.step),
    last: before(run.last),
    best: before(run.best),
    finish: null,
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
        loss: run.loss.with(event.reports, run.base.step),
        step: last.step + run.base.step,
        epoch: last.epoch + run.base.epoch,
        stage: last.stage,
        epochStarts: withStarts(run.epochStarts, event.reports, run.base),
        stepsPerSecond: event.stepsPerSecond,
        elapsedMs: run.elapsedBeforeMs + event.elapsedMs,
      };
    }
    case "metrics": {
      const epoch = event.epoch + run.base.epoch;
      const step = event.step + run.base.step;
      return { ...run, evaluations: [...run.evaluations, { epoch, step, metrics: event.metrics }] };
    }
    case "checkpoint":
      return run;
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

/** Where a run goes on after its kept weights: at the next whole epoch, and at least the last one is trained again. */
function goesOnFrom(run: Run): Kept {
  const epoch = Math.min(run.last?.epoch ?? 0, totalEpochs(run.config) - 1);
  return { epoch, step: endOfEpoch(run, epoch) };
}

/** The configuration of what is left of a run after its kept weights. */
export function remaining(run: Run): RunConfig {
  const { model, training } = run.config;
  const done = goesOnFrom(run).epoch;
  const pretraining = pretrainingEpochs(run.config);
  const left = Math.max(0, pretraining - done);
  const epochs = training.epochs - Math.max(0, done - pretraining);
  return {
    model: "pretrain_epochs" in model ? { ...model, pretrain_epochs: left } : model,
    training: { ...training, epochs },
  };
}

/** Milliseconds to the last epoch at the present rate, or to the time limit; null before a rate is known and when nothing is left. */
export function timeLeft(run: Run): number | null {
  if (run.stepsPerSecond <= 0 || run.finish !== null) return null;
  const steps = ((totalSteps(run) - run.step) / run.stepsPerSecond) * 1000;
  return run.limitMs === null ? steps : Math.min(steps, Math.max(0, run.limitMs - run.elapsedMs));
}

export function isOver(run: Run): boolean {
  return run.phase === "finished" || run.phase === "stopped";
}

/** Weights of the attribute losses in the total, as the configuration has them; empty where there are none. */
export function lambdas({ config: { model }, attributes }: Pick<Run, "config" | "attributes">): number[] {
  if ("lambda" in model) return attributes.map(() => model.lambda);
  return "attributes" in model ? model.attributes.map((attribute) => attribute.lambda) : [];
}

/** The weight with which a further term enters the total. Caser's norms are told with theirs. */
export function extraWeight({ model }: RunConfig, term: string): number {
  const key = `${term}_weight`;
  return key in model ? Number((model as Readonly<Record<string, unknown>>)[key]) : 1;
}
