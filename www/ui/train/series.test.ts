import { describe, expect, test } from "vitest";
import { compare } from "../../content/en/compare";
import type { Metrics, RankMetrics, RunConfig, Stage, StepReport } from "../../engine.ts";
import { openRun, type Run, reduceRun } from "../../state/runs";
import { chartTable } from "../common/chartFigure";
import { REFERENCES } from "../common/runs/metrics";
import { lossSeries, metricReferences, metricSeries, stageTurns } from "./series";

const config = {
  model: { kind: "dif_sr", attributes: [{ lambda: 8 }, { lambda: 2 }] },
  training: { epochs: 2 },
} as unknown as RunConfig;

function ranks(ndcg: number): RankMetrics {
  return {
    k: [10],
    recall: [ndcg * 2],
    ndcg: [ndcg],
    recall_se: [0.02],
    ndcg_se: [0.01],
    mrr: 0,
  };
}

const report = { epoch: 1, total: 6, item: 4, attributes: [0.125, 0.5], targets: 8 };

function trained(given: RunConfig = config, extra: StepReport["extra"] = [], stage: Stage = "training"): Run {
  const attributes = given.model.kind === "dif_sr" ? ["brand", "price"] : [];
  const start = { steps_per_epoch: 2, total_steps: 4, pretraining_epochs: 0, parameters: 1, bytes: 1 };
  const run = openRun({ id: 1, config: given, start, device: { kind: "cpu", name: "", detail: "" }, attributes });
  const reports = [1, 2].map((step) => ({ ...report, step, extra, stage }));
  const metrics: Metrics = { sessions: 9, kept: ranks(0.2), masked: ranks(0.3) };
  const after = reduceRun(run, { type: "steps", runId: 1, reports, stepsPerSecond: 1, elapsedMs: 1 });
  return reduceRun(after, { type: "metrics", runId: 1, epoch: 1, step: 2, metrics });
}

const ndcg = { name: "ndcg", k: 10 } as const;

const names = {
  total: "total",
  item: "item",
  attributes: [
    { name: "brand", colour: "src-attr1" as const },
    { name: "price", colour: "src-attr2" as const },
  ],
  extra: { l2: "norms" },
};

describe("curves of a run", () => {
  test("attribute losses are drawn times their lambda and called so, in the table for files, too: the terms add up to the total", () => {
    const { series } = lossSeries(trained(), "training", names);
    expect(series.map((one) => [one.label, one.points.at(-1)?.y])).toEqual([
      ["total", 6],
      ["item", 4],
      ["λ × brand", 1],
      ["λ × price", 1],
    ]);
    const format = String;
    const table = chartTable({
      ...{ series, references: [], turns: [], xMax: 2, xName: "epoch" },
      ...{ format, formatX: format, write: format },
    });
    expect(table.columns.map(({ label }) => label)).toEqual(["epoch", "total", "item", "λ × brand", "λ × price"]);
    expect(table.rows.at(-1)).toEqual([1, 6, 4, 1, 1]);
  });

  test("a run of 20,000 steps is drawn with a few hundred points, and its newest is one of them", () => {
    const start = { steps_per_epoch: 50, total_steps: 20_000, pretraining_epochs: 0, parameters: 1, bytes: 1 };
    const device = { kind: "cpu", name: "", detail: "" } as const;
    const reports = Array.from({ length: 20_000 }, (_, index) => ({
      ...report,
      ...{ step: index + 1, epoch: Math.ceil((index + 1) / 50), extra: [], stage: "training" as const },
    }));
    const long = openRun({ id: 1, config, start, device, attributes: ["brand", "price"] });
    const run = reduceRun(long, { type: "steps", runId: 1, reports, stepsPerSecond: 1, elapsedMs: 1 });
    const { series, every } = lossSeries(run, "training", names);
    expect(every).toBe(100);
    expect(series.map(({ points }) => points.length)).toEqual([200, 200, 200, 200]);
    expect(series[0]?.points.at(-1)?.x).toBeGreaterThan(398);
  });

  test("the x axis counts epochs", () => {
    expect(lossSeries(trained(), "training", names).series[0]?.points.map((point) => point.x)).toEqual([0.5, 1]);
  });

  test("a model without attributes has one loss", () => {
    const sasrec = { ...config, model: { kind: "sasrec" } } as unknown as RunConfig;
    expect(lossSeries(trained(sasrec), "training", names).series.map((one) => one.id)).toEqual(["item"]);
  });

  test("terms that only some models have are drawn by their names, beside the total", () => {
    const caser = { ...config, model: { kind: "caser" } } as unknown as RunConfig;
    const { series } = lossSeries(trained(caser, [{ name: "l2", value: 2 }]), "training", names);
    expect(series.map((one) => [one.label, one.points.at(-1)?.y])).toEqual([
      ["total", 6],
      ["item", 4],
      ["norms", 2],
    ]);
  });

  test("each stage has its own curves: pre-training its four losses, times their weights and for one sequence", () => {
    const model = { kind: "s3rec", pretrain_epochs: 1, aap_weight: 0.2, mip_weight: 1, map_weight: 1, sp_weight: 0.5 };
    const s3rec = { ...config, model } as unknown as RunConfig;
    const extra = ["aap", "mip", "map", "sp"].map((name) => ({ name, value: 80 }));
    const run = trained(s3rec, extra, "pretraining");
    const { series } = lossSeries(run, "pretraining", names);
    expect(series.map((one) => [one.id, one.label, one.points.at(-1)?.y])).toEqual([
      ["total", "total", 0.75],
      ["aap", "0.2 × aap", 2],
      ["mip", "mip", 10],
      ["map", "map", 10],
      ["sp", "0.5 × sp", 5],
    ]);
    const dashes = series.filter(({ id }) => id !== "mip").map(({ look }) => look?.dash);
    expect(new Set(dashes).size).toBe(4);
    expect(lossSeries(run, "training", names).series.every((one) => one.points.length === 0)).toBe(true);
    expect(stageTurns(run.config, "training")).toEqual([{ x: 1, label: "training" }]);
    expect(stageTurns(trained().config, "training")).toEqual([]);
  });

  test("a metric curve follows the history that is chosen and carries its error", () => {
    expect(metricSeries(trained().evaluations, ndcg, "kept", "").points).toEqual([{ x: 1, y: 0.2, error: 0.01 }]);
    expect(metricSeries(trained().evaluations, { name: "recall", k: 10 }, "masked", "").points).toEqual([
      { x: 1, y: 0.6, error: 0.02 },
    ]);
  });

  test("an evaluation stands at the end of its epoch, also where a step of the next was needed to see that end", () => {
    const [one] = trained().evaluations;
    if (!one) throw new Error("no evaluation");
    const points = metricSeries([{ ...one, epoch: 1, step: 3 }], ndcg, "kept", "").points;
    expect(points.map(({ x }) => x)).toEqual([1]);
  });

  test("only the best possible is a ceiling", () => {
    const metrics = { sessions: 9, kept: ranks(0.1), masked: ranks(0.2) };
    const all = REFERENCES.map((id) => ({ id, metrics }));
    const lines = metricReferences(all, ndcg, "masked", compare.references);
    expect(lines.map(({ kind }) => kind)).toEqual(["ceiling", "floor", "floor", "floor", "floor"]);
    expect(lines.map(({ value }) => value)).toEqual([0.2, 0.2, 0.2, 0.2, 0.2]);
  });
});
