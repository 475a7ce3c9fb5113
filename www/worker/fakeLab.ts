// For tests: an engine that learns nothing but keeps to the contract.
import type { DatasetSummary, Metrics, ModelSummary, Prediction, RunConfig } from "../../pkg/cpu/engine.js";
import type { TrainerLab } from "./trainerHost";

const STEPS_PER_EPOCH = 10;

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

export function runConfig(training: Partial<RunConfig["training"]> = {}): RunConfig {
  const base = { learning_rate: 0.001, train_batch_size: 8, epochs: 2, targets: "prefix", seed: 1 } as const;
  return {
    model: { kind: "sasrec" } as RunConfig["model"],
    training: { ...base, eval_every: 1, stopping_step: 0, eval_sessions: 0, ...training },
  };
}

export interface FakeLab extends TrainerLab {
  readonly calls: string[];
}

/** Recall@20 of the evaluations, in turn; the last one repeats. */
export function fakeLab(kind: "cpu" | "webgpu" = "cpu", recalls: number[] = [0.1], stepMs = 0): FakeLab {
  let step = 0;
  let total = 0;
  let evaluations = 0;
  const calls: string[] = [];
  return {
    calls,
    device: () => ({ kind, name: kind, detail: "" }),
    open_synthetic: (config) => {
      calls.push(`open ${config}`);
      return SUMMARY;
    },
    open_atomic: (inter) => {
      calls.push(`open ${inter}`);
      return SUMMARY;
    },
    load_model: async (bytes) => {
      calls.push(`load ${bytes.length}`);
      return {} as ModelSummary;
    },
    start_training: async (config) => {
      step = 0;
      total = (JSON.parse(config) as RunConfig).training.epochs * STEPS_PER_EPOCH;
      calls.push("start");
      return { steps_per_epoch: STEPS_PER_EPOCH, total_steps: total, parameters: 7, bytes: 28 };
    },
    train_steps: async (n) => {
      if (stepMs > 0) await new Promise((resolve) => setTimeout(resolve, stepMs));
      const toEpochEnd = STEPS_PER_EPOCH - (step % STEPS_PER_EPOCH);
      const count = Math.min(n, toEpochEnd, total - step);
      return Array.from({ length: count }, () => {
        step += 1;
        return { step, epoch: Math.ceil(step / STEPS_PER_EPOCH), total: 1 / step, item: 1, attributes: [], targets: 8 };
      });
    },
    evaluate: async () => {
      const recall = recalls[Math.min(evaluations, recalls.length - 1)] ?? 0;
      evaluations += 1;
      return metricsWith(recall);
    },
    snapshot: async () => Uint8Array.of(step),
  };
}
