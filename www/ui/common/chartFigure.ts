// A line chart for files: what it says and what it was made from are given; the code that draws it is fetched when asked for.
import type { ChartFigure } from "../../viz/chartFigure";
import type { ChartModel } from "../../viz/chartModel";
import type { DrawFigure, FigureTable } from "../../viz/figure";

export async function chartSource(figure: ChartFigure): Promise<DrawFigure> {
  const { chartFigure } = await import("../../viz/chartFigure");
  return (size, theme) => chartFigure(figure, size, theme);
}

/** What the numbers of a chart are in, and how its errors are called. */
export interface ChartUnit {
  readonly unit?: string | undefined;
  readonly error?: string;
}

/** The points of the lines that have a name, a place on the x axis a row. */
export function chartTable(model: ChartModel, { unit, error = "±" }: ChartUnit = {}): FigureTable {
  const { series, xName, format, formatX, write: inDigits } = model;
  const named = series.filter((one) => !one.quiet);
  const places = [...new Set(named.flatMap(({ points }) => points.map(({ x }) => x)))].sort((a, b) => a - b);
  const columns = named.map((one) => ({
    ...{ label: one.label, hasErrors: one.points.some((point) => point.error !== undefined) },
    at: new Map(one.points.map((point) => [point.x, point])),
  }));
  const column = (label: string) => ({ label, ...(unit === undefined ? {} : { unit }), write: format });
  // Points inside an epoch are closer than a tenth of it.
  const writeX = places.every(Number.isInteger) ? formatX : (x: number) => inDigits(x, 2);
  const table = {
    columns: [
      { label: xName, write: writeX },
      ...columns.flatMap(({ label, hasErrors }) => [
        column(label),
        ...(hasErrors ? [column(columns.length > 1 ? `${label} ${error}` : error)] : []),
      ]),
    ],
    rows: places.map((x) => [
      x,
      ...columns.flatMap(({ at, hasErrors }) => {
        const point = at.get(x);
        return [point?.y ?? null, ...(hasErrors ? [point?.error ?? null] : [])];
      }),
    ]),
  };
  return withReferences(table, model, unit);
}

/** Floors and ceiling beside the numbers of the lines, the same in every row; before there is a row they have one to themselves. */
export function withReferences(
  { columns, rows }: FigureTable,
  { references, format }: Pick<ChartModel, "references" | "format">,
  unit?: string,
): FigureTable {
  if (references.length === 0) return { columns, rows };
  const all = rows.length > 0 ? rows : [columns.map(() => null)];
  const values = references.map(({ value }) => value);
  return {
    columns: [
      ...columns,
      ...references.map(({ label }) => ({ label, ...(unit === undefined ? {} : { unit }), write: format })),
    ],
    rows: all.map((row) => [...row, ...values]),
  };
}
