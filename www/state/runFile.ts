// A run as a file: saved where it was last written down, for this page on another machine or for the command line; and gone on with.
import type { OpenedRun, RunFacts, RunSeen } from "../engine.ts";
import type { RunPlace } from "../worker/client";
import { emptyFile } from "../worker/failure";
import type { KeptRun } from "./checkpointStore";
import { engineNow } from "./engine";
import { pretrainingEpochs } from "./epochs";
import type { LiveModel } from "./liveModel";
import { summary } from "./opened";
import { modelOf } from "./runModel";
import { openRun, type Run } from "./runs";
import { OF_ELSEWHERE, startAt } from "./startAt";
import { startedTrainer } from "./trainer";

/** The file of a run that was written down. */
export function fileOfRun(kept: KeptRun): Promise<Uint8Array> {
  const seen = seenOf(kept);
  // A best model without its evaluation is one of before a lost device: the run since has none yet.
  const best = seen.evaluations.length > 0 ? (kept.best?.bytes ?? null) : null;
  return engineNow().ask("runFile", { run: kept.checkpoint.bytes, seen, best });
}

/** What the trainer counts: what ran before a lost device it does not. */
export function seenOf({ checkpoint: { place }, run, key, data }: KeptRun): RunSeen {
  const { base } = run;
  const known = run.evaluations.filter(({ step }) => step <= place.step + base.step);
  const own = place.reached.length > 0 ? known.slice(-place.reached.length) : [];
  return {
    evaluations: own.map(({ epoch, step, metrics }) => ({
      epoch: epoch - base.epoch,
      step: step - base.step,
      metrics,
    })),
    seconds: place.runningMs / 1000,
    data: { name: data, synthetic: key.kind === "shop" ? key.config : null },
  };
}

/** As people find it in a folder. */
export function nameOfRun({ run, checkpoint }: KeptRun): string {
  return `${run.config.model.kind}-step-${checkpoint.place.step + run.base.step}.run.safetensors`;
}

/** What the file of a run is, by the engine. Rejects where it is none, or one of other data; nothing changes by it. */
export async function lookAtRun(bytes: Uint8Array): Promise<OpenedRun> {
  if (bytes.length === 0) throw emptyFile();
  return engineNow().ask("openRun", { bytes });
}

/** Lets it go on in place of the run on screen. Rejects with the reason where it cannot. */
export async function goOnWith({ facts, run: bytes, best }: OpenedRun): Promise<void> {
  const { config } = facts;
  const run = runOf(facts);
  const models = { newest: null, best: run.best && modelOf(run.best, best) } satisfies Record<string, LiveModel | null>;
  await startAt({ run, trained: config, checkpoint: { bytes, place: placeOf(facts) }, models });
  startedTrainer()?.play();
}

/** What whoever steers the run had seen of it. */
export function placeOf(facts: RunFacts): RunPlace {
  return {
    step: facts.step,
    epoch: facts.epoch,
    stepsOfEpoch: facts.steps_of_epoch,
    stepsPerEpoch: facts.steps_per_epoch,
    mayHaveEnded: false,
    evaluated: facts.evaluations.at(-1)?.epoch ?? 0,
    reached: facts.evaluations.map(({ metrics: { kept } }) => {
      const { k, recall, ndcg, mrr } = kept;
      return { k, recall, ndcg, mrr };
    }),
    runningMs: facts.seconds * 1000,
  };
}

/** The run as the charts draw it: its evaluations, and no losses of before. What the trainer tells of itself comes when it starts. */
export function runOf(facts: RunFacts): Run {
  const { config, epoch, evaluations, best_epoch } = facts;
  const attributes = summary.peek()?.attributes.map(({ name }) => name) ?? [];
  const pretraining_epochs = pretrainingEpochs(config);
  const start = { pretraining_epochs, steps_per_epoch: facts.steps_per_epoch, total_steps: 0, parameters: 0, bytes: 0 };
  const device = { kind: "cpu", name: "", detail: "" } as const;
  const best = evaluations.find((one) => one.epoch === best_epoch);
  const began = facts.step - facts.steps_of_epoch;
  return {
    ...openRun({ id: OF_ELSEWHERE, config, start, device, attributes, limitMs: null }),
    evaluations,
    // Epochs are of one length, give or take a step.
    epochStarts: Array.from({ length: epoch }, (_, at) => Math.round((began * at) / Math.max(1, epoch - 1))),
    best: best ? { epoch: best.epoch, step: best.step } : null,
  };
}
