// Epochs of a run in steps. Those of pre-training come first and may differ in length from those of training; an epoch can also
// be a step longer or shorter than the one before. What has been counted holds, the rest is as announced.
import type { RunConfig, Stage, StepReport } from "../engine.ts";
import type { Run } from "./runs";

/** Epochs of pre-training that a configuration asks for. */
export function pretrainingEpochs({ model }: RunConfig): number {
  return "pretrain_epochs" in model ? model.pretrain_epochs : 0;
}

/** Epochs of both stages. */
export function totalEpochs(config: RunConfig): number {
  return pretrainingEpochs(config) + config.training.epochs;
}

/** The stage of an epoch, counted from 1. */
function stageOf(config: RunConfig, epoch: number): Stage {
  return epoch <= pretrainingEpochs(config) ? "pretraining" : "training";
}

/** For each epoch that was begun, the steps before it. */
export type EpochStarts = readonly number[];

/** Starts with those of the epochs that reports are the first to tell of; what ran before a lost device is in `base`. */
export function withStarts(
  starts: EpochStarts,
  reports: readonly Pick<StepReport, "epoch" | "step">[],
  base: { epoch: number; step: number },
): EpochStarts {
  let grown: number[] | null = null;
  for (const report of reports) {
    const known = grown?.length ?? starts.length;
    if (report.epoch + base.epoch <= known) continue;
    grown ??= [...starts];
    grown.push(base.step + (known === base.epoch ? 0 : report.step - 1));
  }
  return grown ?? starts;
}

type Paced = Pick<Run, "config" | "start" | "base" | "epochStarts" | "step" | "finish">;

/** Steps of an epoch of a stage: as many as the newest complete one had, else as the engine announced. */
function stageLength({ config, start, base, epochStarts }: Paced, stage: Stage): number {
  for (let epoch = epochStarts.length - 1; epoch >= 1; epoch--) {
    if (stageOf(config, epoch) === stage) return (epochStarts[epoch] ?? 0) - (epochStarts[epoch - 1] ?? 0);
  }
  const { steps_per_epoch, total_steps, pretraining_epochs } = start;
  if (stage === "pretraining" || pretraining_epochs === 0) return Math.max(1, steps_per_epoch);
  const training = totalEpochs(config) - base.epoch - pretraining_epochs;
  return Math.max(1, Math.round((total_steps - pretraining_epochs * steps_per_epoch) / Math.max(1, training)));
}

/** The step at which an epoch, counted from 1, ends or is expected to. */
export function endOfEpoch(run: Paced, epoch: number): number {
  const { config, epochStarts, base } = run;
  if (epoch <= 0) return 0;
  const known = epochStarts[epoch];
  if (known !== undefined) return known;
  const begun = Math.max(1, epochStarts.length);
  const pretraining = pretrainingEpochs(config);
  // Epochs from the newest one that was begun up to this one, by stage.
  const before = Math.max(0, Math.min(epoch, pretraining) - begun + 1);
  const after = Math.max(0, epoch - Math.max(begun - 1, pretraining));
  const rest =
    (before > 0 ? before * stageLength(run, "pretraining") : 0) +
    (after > 0 ? after * stageLength(run, "training") : 0);
  return (epochStarts[begun - 1] ?? base.step) + rest;
}

/** A step on the charts' axis, which counts epochs. */
export function epochOf(run: Paced, step: number): number {
  const { epochStarts } = run;
  let epoch = epochStarts.length;
  while (epoch > 1 && (epochStarts[epoch - 1] ?? 0) >= step) epoch -= 1;
  if (epoch === 0) return 0;
  const start = epochStarts[epoch - 1] ?? 0;
  return epoch - 1 + Math.min(1, (step - start) / Math.max(1, endOfEpoch(run, epoch) - start));
}

/** Steps of the whole run, with what ran before a lost device. */
export function totalSteps(run: Paced): number {
  return run.finish === "epochs" ? run.step : endOfEpoch(run, totalEpochs(run.config));
}
