// For tests: an engine that learns nothing but keeps to the contract.
import type { DatasetSummary, Lab, Metrics, Prediction, RunConfig } from "../engine.ts";
import type { Beginning, DataSource } from "./protocol";
import type { TrainerLab } from "./trainerHost";

/** The smallest module there is. */
export const MODULE = new WebAssembly.Module(Uint8Array.of(0, 0x61, 0x73, 0x6d, 1, 0, 0, 0));
export const SHOP: DataSource = { kind: "synthetic", config: { preset: "department_chains", seed: 1 } };
export const SUMMARY = { name: "fake", origin: "synthetic", users: 3, items: 4 } as DatasetSummary;

export function metricsWith(recallAt20: number): Metrics {
  const ranks = {
    k: [5, 10, 20],
    recall: [0, 0, recallAt20],
    ndcg: [0, 0, 0],
    recall_se: [0, 0, 0],
    ndcg_se: [0, 0, 0],
    mrr: 0,
  };
  return { sessions: 100, kept: ranks, masked: ranks };
}

export function predictionOf(items: number[]): Prediction {
  return { top: [], ranks: Uint32Array.from(items), attributes: [], dropped: 0 };
}

/** A run from its start, or from weights. */
export const anew = (config: RunConfig, warmStart: Uint8Array | null = null): Beginning => ({
  config,
  warmStart,
  checkpoint: null,
  isKept: true,
  limitMs: null,
});

export function runConfig(training: Partial<RunConfig["training"]> = {}): RunConfig {
  const base = { learning_rate: 0.001, train_batch_size: 8, epochs: 2, targets: "prefix", seed: 1 } as const;
  return {
    model: { kind: "sasrec" } as RunConfig["model"],
    training: {
      ...base,
      eval_every: 1,
      stopping_step: 0,
      eval_sessions: 0,
      sampled_softmax: 0,
      valid_metric: "NDCG@10",
      ...training,
    },
  };
}

export interface FakeLab extends TrainerLab {
  readonly calls: string[];
}

interface FakeOptions {
  kind?: "cpu" | "webgpu";
  /** Recall@20 of the evaluations, in turn; the last one repeats. */
  recalls?: number[];
  stepMs?: number;
  /** Steps of each epoch, in turn; the last one repeats. The first is what `start_training` tells. */
  epochs?: number[];
  /** How many epochs of pre-training come first. */
  pretraining?: number;
}

export function fakeLab({
  kind = "cpu",
  recalls = [0.1],
  stepMs = 0,
  epochs = [10],
  pretraining = 0,
}: FakeOptions = {}): FakeLab {
  let step = 0;
  let epoch = 1;
  let stepOfEpoch = 0;
  let last = 0;
  let evaluations = 0;
  let patience = 0;
  const lengthOf = (n: number) => epochs[Math.min(n, epochs.length) - 1] ?? 0;
  const calls: string[] = [];
  return {
    calls,
    device: () => ({ kind, name: kind, detail: "" }),
    open_synthetic: (config) => {
      calls.push(`open ${config}`);
      return SUMMARY;
    },
    open_imported: (name) => {
      calls.push(`open ${name}`);
      return SUMMARY;
    },
    start_training: async (config, warmStart) => {
      [step, epoch, stepOfEpoch] = [0, 1, 0];
      const { training } = JSON.parse(config) as RunConfig;
      last = pretraining + training.epochs;
      patience = training.stopping_step;
      calls.push(warmStart ? `start from ${warmStart.length}` : "start");
      const steps = { steps_per_epoch: lengthOf(1), total_steps: last * lengthOf(1), pretraining_epochs: pretraining };
      return { ...steps, parameters: 7, bytes: 28 };
    },
    train_steps: async (n) => {
      if (stepMs > 0) await new Promise((resolve) => setTimeout(resolve, stepMs));
      if (stepOfEpoch === lengthOf(epoch)) [epoch, stepOfEpoch] = [epoch + 1, 0];
      if (epoch > last) return [];
      return Array.from({ length: Math.min(n, lengthOf(epoch) - stepOfEpoch) }, () => {
        step += 1;
        stepOfEpoch += 1;
        const stage = epoch <= pretraining ? "pretraining" : "training";
        return { step, epoch, total: 1 / step, item: 1, attributes: [], extra: [], targets: 8, stage };
      });
    },
    // Ends at the first evaluation without a gain beyond the patience, as the engine's rule does.
    early_stop: () => {
      let [highest, without] = [Number.NEGATIVE_INFINITY, 0];
      return {
        record: (k, recall) => {
          const value = recall[k.indexOf(20)] ?? 0;
          const best = value > highest;
          [highest, without] = best ? [value, 0] : [highest, without + 1];
          return { best, stop: patience > 0 && without > patience };
        },
      };
    },
    evaluate: async (split, sessions) => {
      calls.push(`evaluate ${split} ${sessions}`);
      const recall = recalls[Math.min(evaluations, recalls.length - 1)] ?? 0;
      evaluations += 1;
      return metricsWith(recall);
    },
    snapshot: async () => Uint8Array.of(step),
    save_run: async () => Uint8Array.of(step, epoch, stepOfEpoch, last, evaluations, patience),
    resume_run: (bytes: Uint8Array) => {
      calls.push(`resume at ${bytes[0]}`);
      [step = 0, epoch = 1, stepOfEpoch = 0, last = 0, evaluations = 0, patience = 0] = bytes;
      const steps = { steps_per_epoch: lengthOf(1), total_steps: last * lengthOf(1), pretraining_epochs: pretraining };
      return { ...steps, parameters: 7, bytes: 28 };
    },
  };
}

/** An engine that answers what a test asks of it, and opens any data. */
export function fakeEngine(answers: Partial<Lab>): Lab {
  return { ...fakeLab(), ...answers } as unknown as Lab;
}
