// What follows the read-out of a line chart: its marks, and the names with the values at its place, moved clear of each other.
import { type ChartModel, pointAt } from "./chartModel";
import { LEAD, type PlotLayout, type Point } from "./chartPlot";
import type { LineLook } from "./lineLooks";
import { spreadLabels } from "./spreadLabels";
import type { Token } from "./tokens";

export interface ReadoutLabel {
  readonly id: string;
  readonly name: string;
  /** Empty where the series has no point yet. */
  readonly value: string;
  /** Null for reference lines. */
  readonly colour: Token | null;
  readonly look: LineLook | null;
  readonly kind: "series" | "ceiling" | "floor";
  readonly x: number;
  readonly y: number;
  /** Where its line ends; null in a key. */
  readonly from: Point | null;
}

export interface ReadoutMark extends Point {
  readonly id: string;
  readonly colour: Token;
  readonly look: LineLook | null;
}

export interface Readout {
  readonly labels: readonly ReadoutLabel[];
  readonly marks: readonly ReadoutMark[];
  /** Where the upright line stands; null before there is a point. */
  readonly x: number | null;
}

const LABEL_GAP = 15;

/** `cursor`: in units of x; null: at the newest point of each series. */
export function layoutReadout(model: ChartModel, layout: PlotLayout, cursor: number | null): Readout {
  const { x, y, plot, key } = layout;
  const hasPlace = (value: number) => model.scale !== "log" || value > 0;
  const series = model.series
    .filter((one) => !one.quiet)
    .map((one) => ({ one, point: cursor === null ? (one.points.at(-1) ?? null) : pointAt(one.points, cursor) }));
  const marks = series.flatMap(({ one, point }) =>
    point && hasPlace(point.y)
      ? [{ id: one.id, colour: one.colour, look: one.look ?? null, x: x(point.x), y: y(point.y) }]
      : [],
  );
  const all = [
    ...series.map(({ one, point }) => ({
      id: one.id,
      name: one.label,
      value: point ? model.format(point.y) : "",
      colour: one.colour,
      look: one.look ?? null,
      kind: "series" as const,
      from: point && hasPlace(point.y) ? { x: x(point.x), y: y(point.y) } : null,
    })),
    ...model.references.map((one) => ({
      id: one.id,
      name: one.label,
      value: model.format(one.value),
      colour: null,
      look: null,
      kind: one.kind,
      from: { x: plot.right, y: y(one.value) },
    })),
  ];
  const at = marks.length > 0 ? Math.max(...marks.map((mark) => mark.x)) : null;
  if (key) {
    const place = (id: string) => key.find((entry) => entry.id === id) ?? { x: 0, y: 0 };
    const labels = all.map((one) => ({ ...one, from: null, x: place(one.id).x, y: place(one.id).y }));
    return { labels, marks, x: at };
  }
  // Beside the plot a name needs a line to stand beside.
  const shown = all.flatMap((one) => (one.from ? [{ ...one, from: one.from }] : []));
  const wanted = shown.map((one) => one.from.y);
  const places = spreadLabels(wanted, LABEL_GAP, plot.top - 2, plot.bottom - 2);
  const labels = shown.map((one, index) => ({ ...one, x: plot.right + LEAD, y: places[index] ?? one.from.y }));
  return { labels, marks, x: at };
}
