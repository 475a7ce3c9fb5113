import { describe, expect, test } from "vitest";
import { type ChartModel, type ChartSeries, nearestStop, pointAt, stops } from "./chartModel";
import { LABEL_SIZE, layoutPlot } from "./chartPlot";
import { layoutReadout } from "./chartReadout";
import { textWidth } from "./textWidth";

const model: ChartModel = {
  xMax: 20,
  xName: "epoch",
  series: [
    {
      id: "model",
      label: "DIF-SR",
      colour: "ink",
      points: [
        { x: 0, y: 0.02, error: 0.01 },
        { x: 5, y: 0.2, error: 0.01 },
        { x: 12, y: 0.318, error: 0.013 },
      ],
    },
  ],
  references: [
    { id: "ceiling", label: "best possible", value: 0.322, kind: "ceiling" },
    { id: "markov", label: "windowed Markov", value: 0.31, kind: "floor" },
  ],
  turns: [],
  format: (value) => value.toFixed(3),
  formatX: (value) => value.toFixed(0),
  write: (value, digits) => value.toFixed(digits),
};
const [first] = model.series as [ChartSeries];
const size = { width: 420, height: 220 };
const readoutAt = (cursor: number | null, of = model, at = size) => layoutReadout(of, layoutPlot(of, at), cursor);

describe("line chart", () => {
  test("zero is on the axis and the ceiling is inside the plot", () => {
    const { y, plot, references } = layoutPlot(model, size);
    expect(y(0)).toBe(plot.bottom);
    for (const line of references) expect(line.y).toBeGreaterThanOrEqual(plot.top);
  });

  test("on a logarithmic axis a factor is a distance, ticks have the digits that they need, and what is not above 0 has no place", () => {
    const points = [10, 1, 0, 0.1].map((y, x) => ({ x, y }));
    const log = { ...model, scale: "log" as const, references: [], series: [{ ...first, points }] };
    const { y, yTicks, plot, series } = layoutPlot(log, size);
    expect(yTicks.map((tick) => tick.text)).toEqual(["0.1", "1", "10"]);
    expect(y(10) - y(1)).toBeCloseTo(y(1) - y(0.1), 9);
    expect([y(10), y(0.1)]).toEqual([plot.top, plot.bottom]);
    // The line is broken where a value has no place.
    expect(series[0]?.path.match(/M/g)).toHaveLength(2);
    expect(series[0]?.path).not.toContain("NaN");
    const narrow = {
      ...log,
      series: [
        {
          ...first,
          points: [
            { x: 0, y: 3 },
            { x: 1, y: 7 },
          ],
        },
      ],
    };
    expect(layoutPlot(narrow, size).yTicks.map((tick) => tick.text)).toEqual(["2", "5", "10"]);
  });

  test("no label of an axis is rounded: ticks of 0.05 have two digits", () => {
    const low = { ...model, references: [{ id: "ceiling", label: "best", value: 0.19, kind: "ceiling" as const }] };
    const texts = layoutPlot({ ...low, series: [] }, size).yTicks.map((tick) => tick.text);
    expect(texts).toEqual(["0.00", "0.05", "0.10", "0.15", "0.20"]);
  });

  test("labels that want one place are moved clear of each other", () => {
    const heights = readoutAt(null)
      .labels.map((label) => label.y)
      .sort((a, b) => a - b);
    for (let i = 1; i < heights.length; i++) expect((heights[i] ?? 0) - (heights[i - 1] ?? 0)).toBeGreaterThan(14.9);
  });

  test("labels say the newest value, or the value at the cursor", () => {
    expect(readoutAt(null).labels[0]?.value).toBe("0.318");
    expect(readoutAt(4).labels[0]?.value).toBe("0.200");
  });

  test("every name and value fits into the width, beside the lines or in a key below", () => {
    for (const width of [280, 328, 420, 700]) {
      const layout = layoutPlot(model, { width, height: 220 });
      for (const one of layoutReadout(model, layout, null).labels) {
        const from = one.from ? one.x : one.x + 48;
        const text = textWidth(`${one.name} `, LABEL_SIZE) + textWidth(one.value, LABEL_SIZE, true);
        expect(from + text).toBeLessThanOrEqual(width);
        expect(one.y).toBeLessThan(layout.height);
      }
    }
  });

  test("a phone’s chart has every name beside its line", () => {
    expect(layoutPlot(model, { width: 328, height: 220 }).key).toBeNull();
  });

  test("a narrower one has its names in a key below, in the order of their lines, and keeps its width for the plot", () => {
    const upward = { ...model, references: [...model.references].reverse() };
    const layout = layoutPlot(upward, { width: 288, height: 220 });
    expect(layout.key?.map((entry) => entry.id)).toEqual(["model", "ceiling", "markov"]);
    expect(layout.plot.right - layout.plot.left).toBeGreaterThan(288 * 0.75);
    expect(layout.height).toBeGreaterThan(220);
    expect(layoutPlot(model, { width: 600, height: 220 }).key).toBeNull();
  });

  test("a series without a point keeps its place in the key, so that nothing moves when the first one comes", () => {
    const [first] = model.series;
    if (!first) throw new Error("the model has a series");
    const waiting = { ...model, series: [{ ...first, points: [] }] };
    const places = (of: ChartModel) =>
      readoutAt(null, of, { width: 288, height: 220 }).labels.map(({ id, x, y }) => [id, x, y]);
    expect(places(waiting)).toEqual(places(model));
  });

  test("a chart without a point still has axes and references", () => {
    const empty = { ...model, series: [], xMax: 0 };
    const layout = layoutPlot(empty, size);
    expect(layoutReadout(empty, layout, null).x).toBeNull();
    expect(layout.references).toHaveLength(2);
    expect(layout.xTicks.every(({ at }) => Number.isFinite(at))).toBe(true);
  });

  test("a quiet line is drawn, but has no name and no place to stop at", () => {
    const [first] = model.series;
    if (!first) throw new Error("the model has a series");
    const quiet = { ...model, series: [{ ...first, id: "seed", points: [{ x: 3, y: 0.1 }], quiet: true }] };
    expect(layoutPlot(quiet, size).series).toHaveLength(1);
    expect(readoutAt(null, quiet).labels.map((label) => label.id)).toEqual(["ceiling", "markov"]);
    expect(readoutAt(null, quiet).x).toBeNull();
    expect(stops(quiet.series)).toEqual([]);
  });

  test("marks on a line leave room between them to see how it is dashed, and the newest has one", () => {
    const look = { dash: "6 3", mark: "ring" } as const;
    const points = Array.from({ length: 60 }, (_, x) => ({ x, y: 0.2 }));
    const [first] = model.series;
    if (!first) throw new Error("the model has a series");
    const layout = layoutPlot({ ...model, xMax: 60, series: [{ ...first, points, dotted: true, look }] }, size);
    const dots = layout.series[0]?.dots ?? [];
    expect(dots.length).toBeGreaterThan(5);
    for (let at = 1; at < dots.length; at++) expect((dots[at]?.x ?? 0) - (dots[at - 1]?.x ?? 0)).toBeGreaterThan(15.9);
    expect(dots.at(-1)?.x).toBeCloseTo(layout.x(59));
  });

  test("the name of a turn stands inside the plot", () => {
    const turned = { ...model, turns: [{ x: 11, label: "training begins" }] };
    for (const width of [240, 420]) {
      const { turns, plot } = layoutPlot(turned, { width, height: 220 });
      for (const { at, lines, leftwards } of turns)
        for (const line of lines)
          expect(textWidth(line, 11)).toBeLessThanOrEqual(leftwards ? at - plot.left : plot.right - at);
    }
  });

  test("the read-out stops at every place of any series", () => {
    const places = stops([...model.series, { id: "b", label: "", colour: "ink", points: [{ x: 3, y: 1 }] }]);
    expect(places).toEqual([0, 3, 5, 12]);
    expect(nearestStop(places, 4.1)).toBe(2);
    expect(nearestStop([], 4)).toBe(-1);
    expect(pointAt([], 3)).toBeNull();
  });
});
