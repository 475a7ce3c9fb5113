import { expect, test } from "vitest";
import type { ChartModel } from "../../viz/chartModel";
import { chartTable } from "./chartFigure";

const model: ChartModel = {
  series: [
    {
      id: "a",
      label: "A",
      colour: "ink",
      points: [
        { x: 1, y: 0.1, error: 0.01 },
        { x: 2, y: 0.2, error: 0.02 },
      ],
    },
    {
      id: "b",
      label: "B",
      colour: "ink",
      points: [
        { x: 2, y: 0.4 },
        { x: 3, y: 0.5 },
      ],
    },
    { id: "seed", label: "A", colour: "ink", quiet: true, points: [{ x: 9, y: 9 }] },
  ],
  references: [{ id: "floor", label: "Markov", value: 0.3, kind: "floor" }],
  turns: [],
  xMax: 3,
  xName: "epoch",
  format: (value) => value.toFixed(2),
  formatX: (x) => x.toFixed(0),
  write: (value, digits) => value.toFixed(digits),
};

test("places inside an epoch are told apart", () => {
  const [a] = model.series;
  const points = [0.02, 0.04, 0.06].map((x) => ({ x, y: 1 }));
  const table = chartTable({ ...model, series: a ? [{ ...a, points }] : [] });
  expect(table.rows.map(([x]) => table.columns[0]?.write?.(Number(x)))).toEqual(["0.02", "0.04", "0.06"]);
});

test("every place of a named line is a row; gaps stay empty; errors have a column where there are some", () => {
  const table = chartTable(model, { unit: "0…1" });
  expect(table.columns.map(({ label }) => label)).toEqual(["epoch", "A", "A ±", "B", "Markov"]);
  expect(table.columns.map(({ unit }) => unit)).toEqual([undefined, "0…1", "0…1", "0…1", "0…1"]);
  expect(table.rows).toEqual([
    [1, 0.1, 0.01, null, 0.3],
    [2, 0.2, 0.02, 0.4, 0.3],
    [3, null, null, 0.5, 0.3],
  ]);
  expect(table.columns[1]?.write?.(0.2)).toBe("0.20");
});

test("floors have a row before any line has a point", () => {
  const table = chartTable({ ...model, series: model.series.map((one) => ({ ...one, points: [] })) });
  expect(table.columns.map(({ label }) => label)).toEqual(["epoch", "A", "B", "Markov"]);
  expect(table.rows).toEqual([[null, null, null, 0.3]]);
});
