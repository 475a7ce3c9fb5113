// Where everything of a line chart goes, in pixels: no DOM, so that it can be tested.
import { type ScaleLinear, scaleLinear } from "d3-scale";
import { area, line } from "d3-shape";
import type { LineLook } from "./lineLooks";
import { spreadLabels } from "./spreadLabels";

export interface ChartPoint {
  readonly x: number;
  readonly y: number;
  /** One standard error either way, where there is one. */
  readonly error?: number;
}

export interface ChartSeries {
  readonly id: string;
  readonly label: string;
  readonly colour: string;
  readonly points: readonly ChartPoint[];
  /** How this line is told from others of the same colour; solid with round marks without it. */
  readonly look?: LineLook;
  /** Thin, without a name or a read-out: one of several that another series sums up. */
  readonly quiet?: boolean;
  /** A mark on every point; without it only the point of the read-out has one. */
  readonly dotted?: boolean;
}

export interface ChartReference {
  readonly id: string;
  readonly label: string;
  readonly value: number;
  /** A ceiling is drawn solid, a floor dashed. */
  readonly kind: "ceiling" | "floor";
}

/** A place on the x axis where something else begins. */
export interface ChartTurn {
  readonly x: number;
  readonly label: string;
}

export interface ChartInput {
  readonly width: number;
  readonly height: number;
  readonly xMax: number;
  readonly series: readonly ChartSeries[];
  readonly references: readonly ChartReference[];
  /** Where the read-out is, in units of x; null: at the newest point of each series. */
  readonly cursor: number | null;
  readonly format: (value: number) => string;
  readonly tick: (value: number) => string;
}

export interface ChartLabel {
  readonly id: string;
  readonly name: string;
  readonly value: string;
  readonly colour: string | null;
  /** Height of what it names and, moved clear of its neighbours, of the text. */
  readonly from: { x: number; y: number };
  readonly y: number;
}

export interface DrawnSeries {
  readonly id: string;
  readonly colour: string;
  readonly look: LineLook | null;
  readonly quiet: boolean;
  readonly path: string;
  readonly band: string | null;
  readonly dots: readonly { x: number; y: number }[];
}

export interface ReadoutMark {
  readonly id: string;
  readonly colour: string;
  readonly look: LineLook | null;
  readonly x: number;
  readonly y: number;
}

export interface ChartLayout {
  readonly plot: { left: number; right: number; top: number; bottom: number };
  readonly x: ScaleLinear<number, number>;
  readonly y: ScaleLinear<number, number>;
  readonly xTicks: readonly number[];
  readonly yTicks: readonly number[];
  readonly series: readonly DrawnSeries[];
  readonly references: readonly { id: string; kind: "ceiling" | "floor"; y: number }[];
  readonly labels: readonly ChartLabel[];
  /** Marks of the read-out and the x they belong to; null before there is a point. */
  readonly readout: { x: number; marks: readonly ReadoutMark[] } | null;
}

const LABEL_GAP = 15;
const LABEL_SIZE = 12;

/** Width of a text in pixels, near enough to keep room for it: wide scripts count as squares. */
export function textWidth(text: string, size = LABEL_SIZE): number {
  let width = 0;
  for (const letter of text) width += /[\u1100-\u11ff\u3000-\u9fff\uac00-\ud7af]/.test(letter) ? size : size * 0.56;
  return width;
}

/** The point of a series at a place on the x axis: the nearest one. */
export function pointAt(points: readonly ChartPoint[], x: number): ChartPoint | null {
  let best: ChartPoint | null = null;
  for (const point of points) if (!best || Math.abs(point.x - x) <= Math.abs(best.x - x)) best = point;
  return best;
}

/** All places a read-out can stop at, in order. */
export function stops(series: readonly ChartSeries[]): number[] {
  const places = new Set<number>();
  for (const { points, quiet } of series) if (!quiet) for (const point of points) places.add(point.x);
  return [...places].sort((a, b) => a - b);
}

/** The stop nearest to a place, by its index; −1 without stops. */
export function nearestStop(places: readonly number[], x: number): number {
  let best = -1;
  places.forEach((place, index) => {
    if (best < 0 || Math.abs(place - x) < Math.abs((places[best] ?? 0) - x)) best = index;
  });
  return best;
}

function yTop(input: ChartInput): number {
  let top = 0;
  for (const { points } of input.series) for (const { y, error } of points) top = Math.max(top, y + (error ?? 0));
  for (const { value } of input.references) top = Math.max(top, value);
  return top > 0 ? top : 1;
}

export function layoutChart(input: ChartInput): ChartLayout {
  const { width, height, series, references, cursor, format } = input;
  // Where a label points from and what it says; the room at the right is as wide as the longest.
  const named = series.filter((one) => !one.quiet);
  const shown = named.flatMap((one) => {
    const point = cursor === null ? one.points.at(-1) : pointAt(one.points, cursor);
    return point ? [{ one, point }] : [];
  });
  // The widest number of each label is kept free, so that the plot does not breathe while the read-out moves.
  const texts = [
    ...named.map((one) => `${one.label} ${format(8.888)}`),
    ...references.map((one) => `${one.label} ${format(one.value)}`),
  ];
  const gutter = Math.min(width * 0.45, Math.max(0, ...texts.map((text) => textWidth(text))) + 20);
  const top = 10;
  const bottom = height - 26;
  const y = scaleLinear()
    .domain([0, yTop(input)])
    .range([bottom, top])
    .nice(4);
  const yTicks = y.ticks(4);
  const left = Math.max(...yTicks.map((value) => textWidth(input.tick(value), 11))) + 10;
  const right = Math.max(left + 40, width - gutter);
  const x = scaleLinear()
    .domain([0, Math.max(input.xMax, Number.EPSILON)])
    .range([left, right]);

  const drawLine = line<ChartPoint>()
    .x((point) => x(point.x))
    .y((point) => y(point.y));
  const drawBand = area<ChartPoint>()
    .x((point) => x(point.x))
    .y0((point) => y(Math.max(0, point.y - (point.error ?? 0))))
    .y1((point) => y(point.y + (point.error ?? 0)));

  const wanted = [
    ...shown.map(({ one, point }) => ({
      id: one.id,
      name: one.label,
      value: format(point.y),
      colour: one.colour,
      from: { x: x(point.x), y: y(point.y) },
    })),
    ...references.map((one) => ({
      id: one.id,
      name: one.label,
      value: format(one.value),
      colour: null,
      from: { x: right, y: y(one.value) },
    })),
  ];
  const places = spreadLabels(
    wanted.map((label) => label.from.y),
    LABEL_GAP,
    top - 2,
    bottom - 2,
  );

  return {
    plot: { left, right, top, bottom },
    x,
    y,
    xTicks: x.ticks(Math.max(2, Math.min(6, Math.floor((right - left) / 50)))).filter(Number.isInteger),
    yTicks,
    series: series.map((one) => ({
      id: one.id,
      colour: one.colour,
      look: one.look ?? null,
      quiet: one.quiet ?? false,
      path: drawLine([...one.points]) ?? "",
      band: one.points.some((point) => point.error !== undefined) ? drawBand([...one.points]) : null,
      dots: one.dotted ? one.points.map((point) => ({ x: x(point.x), y: y(point.y) })) : [],
    })),
    references: references.map((one) => ({ id: one.id, kind: one.kind, y: y(one.value) })),
    labels: wanted.map((label, index) => ({ ...label, y: places[index] ?? label.from.y })),
    readout:
      shown.length > 0
        ? {
            x: Math.max(...shown.map(({ point }) => x(point.x))),
            marks: shown.map(({ one, point }) => ({
              id: one.id,
              colour: one.colour,
              look: one.look ?? null,
              x: x(point.x),
              y: y(point.y),
            })),
          }
        : null,
  };
}
