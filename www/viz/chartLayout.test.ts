import { describe, expect, test } from "vitest";
import { type ChartInput, layoutChart, nearestStop, pointAt, stops } from "./chartLayout";

const input: ChartInput = {
  width: 420,
  height: 220,
  xMax: 20,
  series: [
    {
      id: "model",
      label: "DIF-SR",
      colour: "black",
      points: [
        { x: 0, y: 0.02, error: 0.01 },
        { x: 5, y: 0.2, error: 0.01 },
        { x: 12, y: 0.318, error: 0.013 },
      ],
    },
  ],
  references: [
    { id: "ceiling", label: "best possible", value: 0.322, kind: "ceiling" },
    { id: "markov", label: "Markov", value: 0.31, kind: "floor" },
  ],
  cursor: null,
  format: (value) => value.toFixed(3),
  tick: (value) => value.toFixed(1),
};

describe("line chart", () => {
  test("zero is on the axis and the ceiling is inside the plot", () => {
    const { y, plot, references } = layoutChart(input);
    expect(y.domain()[0]).toBe(0);
    expect(y(0)).toBe(plot.bottom);
    for (const line of references) expect(line.y).toBeGreaterThanOrEqual(plot.top);
  });

  test("labels that want one place are moved clear of each other", () => {
    const heights = layoutChart(input)
      .labels.map((label) => label.y)
      .sort((a, b) => a - b);
    for (let i = 1; i < heights.length; i++) expect((heights[i] ?? 0) - (heights[i - 1] ?? 0)).toBeGreaterThan(14.9);
  });

  test("labels say the newest value, or the value at the cursor", () => {
    expect(layoutChart(input).labels[0]?.value).toBe("0.318");
    expect(layoutChart({ ...input, cursor: 4 }).labels[0]?.value).toBe("0.200");
  });

  test("moving the read-out does not move the plot", () => {
    expect(layoutChart({ ...input, cursor: 0 }).plot).toEqual(layoutChart(input).plot);
  });

  test("a chart without a point still has axes and references", () => {
    const empty = layoutChart({ ...input, series: [], xMax: 0 });
    expect(empty.readout).toBeNull();
    expect(empty.references).toHaveLength(2);
    expect(empty.xTicks.every(Number.isFinite)).toBe(true);
  });

  test("a quiet line is drawn, but has no name and no place to stop at", () => {
    const [model] = input.series;
    if (!model) throw new Error("the input has a series");
    const layout = layoutChart({
      ...input,
      series: [{ ...model, id: "seed", points: [{ x: 3, y: 0.1 }], quiet: true }],
    });
    expect(layout.series).toHaveLength(1);
    expect(layout.labels.map((label) => label.id)).toEqual(["ceiling", "markov"]);
    expect(layout.readout).toBeNull();
    expect(stops([{ ...model, quiet: true }])).toEqual([]);
  });

  test("the read-out stops at every place of any series", () => {
    const places = stops([...input.series, { id: "b", label: "", colour: "", points: [{ x: 3, y: 1 }] }]);
    expect(places).toEqual([0, 3, 5, 12]);
    expect(nearestStop(places, 4.1)).toBe(2);
    expect(nearestStop([], 4)).toBe(-1);
    expect(pointAt([], 3)).toBeNull();
  });
});
