// What a line chart shows, before anything has a place.
import type { LineLook } from "./lineLooks";
import type { Token } from "./tokens";

export interface ChartPoint {
  readonly x: number;
  readonly y: number;
  /** One standard error either way, where there is one. */
  readonly error?: number;
}

export interface ChartSeries {
  readonly id: string;
  readonly label: string;
  readonly colour: Token;
  readonly points: readonly ChartPoint[];
  /** How this line is told from others of the same colour; solid with round marks without it. */
  readonly look?: LineLook;
  /** Thin, without a name or a read-out: one of several that another series sums up. */
  readonly quiet?: boolean;
  /** Marks on the points, as many as have room; without it only the point of the read-out has one. */
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

export interface ChartModel {
  readonly series: readonly ChartSeries[];
  readonly references: readonly ChartReference[];
  readonly turns: readonly ChartTurn[];
  /** Of the y axis; linear without it. On a logarithmic one, what is not above 0 has no place. */
  readonly scale?: "linear" | "log";
  readonly xMax: number;
  /** Name of the x axis ("epoch"). */
  readonly xName: string;
  /** Values beside lines. */
  readonly format: (value: number) => string;
  readonly formatX: (value: number) => string;
  /** A number with so many digits behind the point: the labels of ticks. */
  readonly write: (value: number, digits: number) => string;
}

export interface ChartSize {
  readonly width: number;
  /** Of plot and axis; a key below them comes on top. */
  readonly height: number;
}

/** The point of a series at a place on the x axis: the nearest one, of two the later. */
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
