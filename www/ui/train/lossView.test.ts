import { describe, expect, it } from "vitest";
import type { ChartSeries } from "../../viz/chartModel";
import { linesInView, smoothed } from "./lossView";

const points = (...values: number[]) => values.map((y, x) => ({ x, y }));

describe("a smoothed curve", () => {
  it("begins where the values begin, follows them later, and leaves equal ones as they are", () => {
    const [first, second, third] = smoothed(points(8, 4, 4), "some");
    expect(first).toEqual({ x: 0, y: 8 });
    // (0.6 * 0.4 * 8 + 0.4 * 4) / (1 - 0.6^2)
    expect(second?.y).toBeCloseTo(5.5, 12);
    expect(third?.y).toBeLessThan(5.5);
    for (const { y } of smoothed(points(3, 3, 3, 3), "much")) expect(y).toBeCloseTo(3, 12);
    expect(smoothed(points(8, 4), "none")).toEqual(points(8, 4));
  });
});

describe("lines in view", () => {
  const series: ChartSeries[] = [
    { id: "total", label: "total", colour: "ink", points: points(8, 4) },
    { id: "item", label: "next item", colour: "src-item", points: points(6, 3) },
  ];

  it("are those that are not switched off", () => {
    expect(linesInView(series, ["total"], "none").map(({ id }) => id)).toEqual(["item"]);
  });

  it("have what was measured behind them where they are smoothed, without a name of its own", () => {
    const lines = linesInView(series, [], "much");
    expect(lines.map(({ id, quiet }) => [id, quiet ?? false])).toEqual([
      ["total-measured", true],
      ["item-measured", true],
      ["total", false],
      ["item", false],
    ]);
    expect(lines[0]?.points).toEqual(series[0]?.points);
  });
});
