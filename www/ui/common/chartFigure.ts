// A line chart for files: what it says and what it was made from are given; the code that draws it is fetched when asked for.
import type { ChartFigure } from "../../viz/chartFigure";
import type { ChartModel } from "../../viz/chartModel";
import type { DrawFigure, FigureTable } from "../../viz/figure";

export async function chartSource(figure: ChartFigure): Promise<DrawFigure> {
  const { chartFigure } = await import("../../viz/chartFigure");
  return (size, theme) => chartFigure(figure, size, theme);
}

/** The points of the lines that have a name, a place on the x axis a row; floors and ceiling are the same in all of them. */
export function chartTable(
  { series, references, xName, format, formatX, write: inDigits }: ChartModel,
  error: string,
): FigureTable {
  const named = series.filter((one) => !one.quiet);
  const places = [...new Set(named.flatMap(({ points }) => points.map(({ x }) => x)))].sort((a, b) => a - b);
  const columns = named.map((one) => ({
    ...{ label: one.label, hasErrors: one.points.some((point) => point.error !== undefined) },
    at: new Map(one.points.map((point) => [point.x, point])),
  }));
  const write = format;
  // Points inside an epoch are closer than a tenth of it.
  const writeX = places.every(Number.isInteger) ? formatX : (x: number) => inDigits(x, 2);
  return {
    columns: [
      { label: xName, write: writeX },
      ...columns.flatMap(({ label, hasErrors }) => [{ label, write }, ...(hasErrors ? [{ label: error, write }] : [])]),
      ...references.map(({ label }) => ({ label, write })),
    ],
    rows: places.map((x) => [
      x,
      ...columns.flatMap(({ at, hasErrors }) => {
        const point = at.get(x);
        return [point?.y ?? null, ...(hasErrors ? [point?.error ?? null] : [])];
      }),
      ...references.map(({ value }) => value),
    ]),
  };
}
