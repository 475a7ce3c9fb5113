import { describe, expect, test } from "vitest";
import type { Metrics, RankMetrics, RunConfig, StepReport } from "../engine.ts";
import { epochOf, totalEpochs, totalSteps } from "./epochs";
import { measured } from "./measured";
import { extraWeight, lambdas, openRun, type Run, reduceRun, remaining, timeLeft } from "./runs";

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
    valid_metric: "NDCG@10",
    stopping_step: 0,
    eval_sessions: 0,
    sampled_softmax: 0,
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
  const epoch = Math.ceil(step / 5);
  return { step, epoch, total, item: total / 2, attributes: [0.25], extra: [], targets: 8, stage: "training" };
}

function steps(run: Run, from: number, to: number, runId = 7): Run {
  const reports = Array.from({ length: to - from + 1 }, (_, index) => report(from + index));
  return reduceRun(run, { type: "steps", runId, reports, stepsPerSecond: 10, elapsedMs: to * 100 });
}

/** Two epochs of pre-training of 3 steps each, then two of training of 10 steps each. */
const STAGED: RunConfig = {
  ...config,
  model: { ...config.model, kind: "s3rec", pretrain_epochs: 2, aap_weight: 0.2 } as RunConfig["model"],
  training: { ...config.training, epochs: 2 },
};
function staged(): Run {
  const start = { steps_per_epoch: 3, total_steps: 26, pretraining_epochs: 2, parameters: 100, bytes: 1000 };
  return openRun({ ...fresh(), config: STAGED, start });
}
function stagedReport(step: number): StepReport {
  const epoch = step <= 6 ? Math.ceil(step / 3) : 2 + Math.ceil((step - 6) / 10);
  const pretraining = epoch <= 2;
  return {
    ...report(step),
    epoch,
    total: pretraining ? 80 : 4,
    extra: pretraining ? [{ name: "aap", value: 40 }] : [],
    stage: pretraining ? "pretraining" : "training",
  };
}
function stagedSteps(run: Run, from: number, to: number): Run {
  const reports = Array.from({ length: to - from + 1 }, (_, index) => stagedReport(from + index));
  return reduceRun(run, { type: "steps", runId: 7, reports, stepsPerSecond: 10, elapsedMs: to * 100 });
}

const numbers = (column: Float32Array | undefined) => Array.from(column ?? []);

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
    expect(numbers(reduceRun(first, next).loss.extra.l2)).toEqual([Number.NaN, 0.5, Number.NaN]);
  });

  test("losses are kept by step, unweighted", () => {
    const run = steps(fresh(), 1, 3);
    expect(numbers(run.loss.step)).toEqual([1, 2, 3]);
    expect(run.loss.attributes.map(numbers)).toEqual([[0.25, 0.25, 0.25]]);
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
    expect(numbers(run.loss.step).slice(-2)).toEqual([11, 12]);
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

  test("epochs of pre-training come first and count, whatever their length", () => {
    expect(totalSteps(staged())).toBe(26);
    expect(totalEpochs(STAGED)).toBe(4);
    const before = stagedSteps(staged(), 1, 4);
    expect(before.stage).toBe("pretraining");
    expect(timeLeft(before)).toBe(2200);
    const after = stagedSteps(before, 5, 12);
    expect(after.stage).toBe("training");
    expect([3, 6, 11, 16].map((step) => epochOf(after, step))).toEqual([1, 2, 2.5, 3]);
    expect(totalSteps(after)).toBe(26);
  });

  test("what the engine announced wrongly gives way to what was counted", () => {
    const wrong = { ...staged(), start: { ...staged().start, total_steps: 12 } };
    const run = stagedSteps(wrong, 1, 17);
    expect(totalSteps(run)).toBe(26);
  });

  test("losses of pre-training are kept for one sequence, with their terms by name", () => {
    const { loss } = stagedSteps(staged(), 5, 8);
    expect(loss.pretraining).toBe(2);
    expect(numbers(loss.total)).toEqual([10, 10, 4, 4]);
    expect(numbers(loss.extra.aap)).toEqual([5, 5, Number.NaN, Number.NaN]);
  });

  test.each([
    ["pre-training", 4, { pretrain_epochs: 0 }, 2, 6],
    ["training", 9, { pretrain_epochs: 0 }, 1, 16],
    ["the first epoch", 2, { pretrain_epochs: 1 }, 2, 3],
  ])("a run lost in %s goes on with the epochs that are left", (_, lostAt, model, epochs, base) => {
    const { epoch } = stagedReport(lostAt);
    const kept = { type: "snapshot", runId: 7, epoch, step: lostAt, best: false, bytes: new Uint8Array() } as const;
    const lost = reduceRun(stagedSteps(staged(), 1, lostAt), kept);
    expect(remaining(lost)).toMatchObject({ model, training: { epochs } });
    const run = openRun({ ...lost, id: 8, continues: lost });
    expect(run.base.step).toBe(base);
    expect(run.loss.pretraining).toBe(Math.min(6, lostAt));
  });

  test("terms enter the total with the weights of the configuration", () => {
    const attributes = ["brand", "price"];
    const model = (given: object) => ({ config: { ...config, model: given } as RunConfig, attributes });
    expect(lambdas(model({ kind: "dif_bert", attributes: [{ lambda: 2 }, { lambda: 3 }] }))).toEqual([2, 3]);
    expect(lambdas(model({ kind: "icai", lambda: 10 }))).toEqual([10, 10]);
    expect(lambdas(model({ kind: "nova" }))).toEqual([]);
    expect(extraWeight(STAGED, "aap")).toBe(0.2);
    expect(extraWeight(config, "l2")).toBe(1);
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
});
