import { describe, expect, test } from "vitest";
import type { Metrics, RankMetrics, RunConfig, StepReport } from "../engine.ts";
import {
  epochOf,
  measured,
  openRun,
  type Run,
  reduceRun,
  remaining,
  standing,
  timeLeft,
  totalEpochs,
  totalSteps,
} from "./runs";

const config: RunConfig = {
  model: {
    kind: "sasrec",
    hidden_size: 16,
    inner_size: 16,
    n_layers: 1,
    n_heads: 2,
    max_length: 10,
    hidden_dropout_prob: 0,
    attn_dropout_prob: 0,
    layer_norm_eps: 1e-12,
    initializer_range: 0.02,
  },
  training: {
    learning_rate: 0.001,
    train_batch_size: 8,
    epochs: 4,
    targets: "prefix",
    seed: 1,
    eval_every: 1,
    stopping_step: 0,
    eval_sessions: 0,
  },
};

function fresh(): Run {
  return openRun({
    id: 7,
    config,
    start: { steps_per_epoch: 5, total_steps: 20, pretraining_epochs: 0, parameters: 100, bytes: 1000 },
    device: { kind: "cpu", name: "CPU", detail: "" },
    attributes: ["brand"],
  });
}

function report(step: number, total = 1): StepReport {
  return {
    step,
    epoch: Math.ceil(step / 5),
    total,
    item: total / 2,
    attributes: [0.1],
    extra: [],
    stage: "training",
    targets: 8,
  };
}

function steps(run: Run, from: number, to: number, runId = 7): Run {
  const reports = Array.from({ length: to - from + 1 }, (_, index) => report(from + index));
  return reduceRun(run, { type: "steps", runId, reports, stepsPerSecond: 10, elapsedMs: to * 100 });
}

const ranks: RankMetrics = {
  k: [5, 10, 20],
  recall: [0.1, 0.2, 0.3],
  ndcg: [0.05, 0.1, 0.15],
  recall_se: [0.01, 0.02, 0.03],
  ndcg_se: [0.005, 0.01, 0.015],
  mrr: 0.1,
};
const metrics: Metrics = { sessions: 300, kept: ranks, masked: ranks };

describe("runs", () => {
  test("terms that only some steps have leave no number at the others", () => {
    const first = steps(fresh(), 1, 1);
    const withPenalty = { ...report(2), extra: [{ name: "l2", value: 0.5 }] };
    const reports = [withPenalty, report(3)];
    const next = { type: "steps", runId: 7, reports, stepsPerSecond: 1, elapsedMs: 1 } as const;
    expect(reduceRun(first, next).loss.extra).toEqual({ l2: [Number.NaN, 0.5, Number.NaN] });
  });

  test("what is left of a pre-trained run keeps the stages apart", () => {
    const model = { kind: "s3rec", pretrain_epochs: 3 } as Extract<RunConfig["model"], { kind: "s3rec" }>;
    const run = { ...fresh(), config: { model, training: { ...config.training, epochs: 2 } } };
    const rest = (step: number) => {
      const { model, training } = remaining({ ...run, last: { epoch: 1, step } });
      return [model.kind === "s3rec" && model.pretrain_epochs, training.epochs];
    };
    expect(totalEpochs(run.config)).toBe(5);
    expect([rest(5), rest(15), rest(20)]).toEqual([
      [2, 2],
      [0, 2],
      [0, 1],
    ]);
  });

  test("losses are kept by step, unweighted", () => {
    const run = steps(fresh(), 1, 3);
    expect(run.loss.step).toEqual([1, 2, 3]);
    expect(run.loss.attributes).toEqual([[0.1, 0.1, 0.1]]);
    expect(run.step).toBe(3);
    expect(epochOf(run, 5)).toBe(1);
  });

  test("an event of another run changes nothing", () => {
    const run = fresh();
    expect(steps(run, 1, 3, 8)).toBe(run);
  });

  test("time left comes from the present rate and is unknown before the first steps", () => {
    expect(timeLeft(fresh())).toBeNull();
    expect(timeLeft(steps(fresh(), 1, 10))).toBe(1000);
  });

  test("a run that goes on after a lost device keeps its curves up to the kept weights", () => {
    let lost = steps(fresh(), 1, 10);
    lost = reduceRun(lost, { type: "metrics", runId: 7, epoch: 2, step: 10, metrics });
    lost = reduceRun(lost, { type: "snapshot", runId: 7, epoch: 2, step: 10, best: true, bytes: new Uint8Array() });
    lost = steps(lost, 11, 13);
    expect(remaining(lost).training.epochs).toBe(2);
    const start = { ...lost.start, total_steps: 10 };
    let run = openRun({ ...fresh(), id: 8, start, continues: lost });
    expect(run.loss.step.at(-1)).toBe(10);
    expect(run.evaluations).toHaveLength(1);
    run = steps(run, 1, 2, 8);
    expect(run.loss.step.slice(-2)).toEqual([11, 12]);
    expect(totalSteps(run)).toBe(20);
    expect(run.epoch).toBe(3);
    expect(run.elapsedMs).toBe(1500);
  });

  test("an epoch that was cut short is not begun again, so the curve never goes back", () => {
    let lost = steps(fresh(), 1, 12);
    lost = reduceRun(lost, { type: "snapshot", runId: 7, epoch: 3, step: 12, best: false, bytes: new Uint8Array() });
    const run = openRun({ ...fresh(), id: 8, continues: lost });
    expect(run.base).toEqual({ epoch: 3, step: 15 });
    expect(run.loss.step.at(-1)).toBe(12);
    expect(remaining(lost).training.epochs).toBe(1);
  });

  test("a run lost in its last epoch trains that one again", () => {
    let lost = steps(fresh(), 1, 20);
    lost = reduceRun(lost, { type: "snapshot", runId: 7, epoch: 4, step: 20, best: false, bytes: new Uint8Array() });
    const run = openRun({ ...fresh(), id: 8, continues: lost });
    expect(run.base).toEqual({ epoch: 3, step: 15 });
    expect(run.loss.step.at(-1)).toBe(15);
  });

  test("the best weights are those the trainer called best, the last ones are the newest", () => {
    const told = { type: "snapshot", runId: 7, bytes: new Uint8Array() } as const;
    let run = reduceRun(fresh(), { ...told, epoch: 1, step: 5, best: true });
    run = reduceRun(run, { ...told, epoch: 2, step: 10, best: false });
    expect(run.best).toEqual({ epoch: 1, step: 5 });
    expect(run.last).toEqual({ epoch: 2, step: 10 });
  });

  test("a finished run says how it ended", () => {
    const run = reduceRun(fresh(), { type: "finished", runId: 7, reason: "no_gain", epoch: 3, step: 15 });
    expect(run.phase).toBe("finished");
    expect(run.finish).toBe("no_gain");
  });

  test("a metric is read at its cut-off", () => {
    expect(measured(ranks, "recall", 10)).toEqual({ value: 0.2, error: 0.02 });
    expect(measured(ranks, "ndcg", 50)).toBeNull();
  });

  test("within one standard error two results cannot be told apart", () => {
    expect(standing({ value: 0.3, error: 0.01 }, 0.309)).toBe("same");
    expect(standing({ value: 0.3, error: 0.01 }, 0.28)).toBe("above");
    expect(standing({ value: 0.3, error: 0.01 }, 0.32)).toBe("below");
  });
});
