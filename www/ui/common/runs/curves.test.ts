import { describe, expect, test } from "vitest";
import type { RunConfig } from "../../../engine.ts";
import { LINE_LOOKS } from "../../../viz/lineLooks";
import { metricsWith } from "../../../worker/fakeLab";
import { type Curve, meanCurve, type SystemCurves, sincePretraining, systemSeries } from "./curves";

const curve = (...recalls: number[]): Curve =>
  recalls.map((recall, index) => ({ epoch: index + 1, step: (index + 1) * 5, metrics: metricsWith(recall) }));
const [look] = LINE_LOOKS;
if (!look) throw new Error("there are looks");
const system = (finished: Curve[], live: Curve | null = null): SystemCurves => ({
  id: "nova",
  name: "NOVA",
  look,
  finished,
  live,
});
const chosen = { name: "recall", k: 20, history: "kept" } as const;

describe("curves of a system", () => {
  test("one seed: one named line with its errors", () => {
    const [only, ...rest] = systemSeries(system([curve(0.1, 0.2)]), 1, chosen);
    expect(rest).toEqual([]);
    expect(only).toMatchObject({ id: "nova", label: "NOVA", look });
    expect(only?.points).toEqual([
      { x: 1, y: 0.1, error: 0 },
      { x: 2, y: 0.2, error: 0 },
    ]);
  });

  test("several seeds: thin lines and a named mean of the finished ones", () => {
    const series = systemSeries(system([curve(0.1, 0.2), curve(0.3, 0.4)], curve(0.9)), 3, chosen);
    expect(series.map((one) => one.quiet ?? false)).toEqual([true, true, true, false]);
    expect(series.at(-1)?.points.map((point) => point.y)).toEqual([0.2, expect.closeTo(0.3, 12)]);
  });

  test("a mean ends where the first of its curves ends", () => {
    const line = (...values: number[]) => values.map((y, index) => ({ x: index + 1, y }));
    expect(meanCurve([line(1, 2, 3), line(3, 4)])).toEqual([
      { x: 1, y: 2 },
      { x: 2, y: 3 },
    ]);
    expect(meanCurve([])).toEqual([]);
  });

  test("epochs of a pre-trained model are counted from its first on next items", () => {
    const pretrained = { model: { kind: "s3rec", pretrain_epochs: 20 } } as RunConfig;
    const late = curve(0.1, 0.2).map((one) => ({ ...one, epoch: one.epoch + 20 }));
    expect(sincePretraining(pretrained, late).map((one) => one.epoch)).toEqual([1, 2]);
    const plain = { model: { kind: "sasrec" } } as RunConfig;
    expect(sincePretraining(plain, late)).toBe(late);
  });

  test("a system without a run has a name and no points", () => {
    for (const seeds of [1, 3]) {
      expect(systemSeries(system([]), seeds, chosen)).toMatchObject([{ label: "NOVA", points: [] }]);
    }
  });
});
