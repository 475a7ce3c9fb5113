// Where everything of a line chart goes that stays while the read-out moves, in pixels: no DOM, so that it can be tested.
import { type ScaleLinear, scaleLinear, scaleLog } from "d3-scale";
import { area, line } from "d3-shape";
import type { ChartModel, ChartPoint, ChartSize } from "./chartModel";
import { KEY_WIDTH, type LineLook } from "./lineLooks";
import { SMALLEST } from "./marks";
import { textWidth, wrapText } from "./textWidth";
import { tickFormat } from "./tickFormat";
import type { Token } from "./tokens";

export interface Point {
  readonly x: number;
  readonly y: number;
}

interface Tick {
  readonly at: number;
  readonly text: string;
}

export interface DrawnSeries {
  readonly id: string;
  readonly colour: Token;
  readonly look: LineLook | null;
  readonly quiet: boolean;
  readonly path: string;
  readonly band: string | null;
  readonly dots: readonly Point[];
}

export interface DrawnTurn {
  readonly at: number;
  /** Its name, on the side that has more room. */
  readonly lines: readonly string[];
  readonly leftwards: boolean;
}

/** An entry of the key below a plot that is too narrow for names beside its lines. */
export interface KeyPlace {
  readonly id: string;
  readonly x: number;
  readonly y: number;
}

export interface PlotLayout {
  readonly width: number;
  readonly height: number;
  readonly plot: { readonly left: number; readonly right: number; readonly top: number; readonly bottom: number };
  readonly x: ScaleLinear<number, number>;
  readonly y: (value: number) => number;
  readonly xTicks: readonly Tick[];
  readonly yTicks: readonly Tick[];
  readonly xName: Point & { readonly text: string; readonly anchor: "start" | "end" };
  readonly series: readonly DrawnSeries[];
  readonly references: readonly { id: string; kind: "ceiling" | "floor"; y: number }[];
  readonly turns: readonly DrawnTurn[];
  /** Where names and values stand when not beside their lines; null: they do stand there. */
  readonly key: readonly KeyPlace[] | null;
}

export const LABEL_SIZE = 12;
const AXIS = 26;
const TOP = 10;
const KEY_ROW = 18;
/** A logarithmic axis reaches so far down at most. */
const MOST_DECADES = 1e4;
const STEPS = [1, 2, 5, 10];
/** From the end of a line to its name. */
export const LEAD = 12;
/** Marks on a line keep a distance; on a dashed one a larger one, or they would hide how it is dashed. */
const DOT_GAP = { solid: 9, dashed: 16 };
/** The largest part of the width that names may take: a line is found by the name beside it, on a phone too. */
const MOST_GUTTER = 0.52;

interface Entry {
  readonly id: string;
  readonly width: number;
}

/**
 * Everything that has a name, with the room for it and its widest value: the plot does not breathe with the read-out. References are
 * all dashed alike: in a key they stand in the order of their lines.
 */
function entriesOf({ series, references, format }: ChartModel): Entry[] {
  const room = (label: string, values: readonly number[]) =>
    textWidth(`${label} `, LABEL_SIZE) + Math.max(...values.map((value) => textWidth(format(value), LABEL_SIZE, true)));
  return [
    ...series
      .filter((one) => !one.quiet)
      .map(({ id, label, points }) => ({ id, width: room(label, [8.888, ...points.map(({ y }) => y)]) })),
    ...[...references]
      .sort((a, b) => b.value - a.value)
      .map(({ id, label, value }) => ({ id, width: room(label, [value]) })),
  ];
}

function yTop({ series, references }: ChartModel): number {
  let top = 0;
  for (const { points } of series) for (const { y, error } of points) top = Math.max(top, y + (error ?? 0));
  for (const { value } of references) top = Math.max(top, value);
  return top > 0 ? top : 1;
}

/** The smallest value that is above 0, and not so far below the largest that nothing else could be told apart. */
function yLeast({ series }: ChartModel, top: number): number {
  let least = top;
  for (const { points } of series) for (const { y } of points) if (y > 0) least = Math.min(least, y);
  return Math.max(least, top / MOST_DECADES);
}

/** The y axis with its ticks. */
function axisOf(model: ChartModel, range: [number, number]): { y: (value: number) => number; ticks: Tick[] } {
  const top = yTop(model);
  const { write } = model;
  if (model.scale === "log") {
    const least = yLeast(model, top);
    const y = scaleLog()
      .domain([roundStep(least < top ? least : top / 10, "down"), roundStep(top, "up")])
      .range(range);
    const isWide = y.domain().reduce((from, to) => to / from) >= 100;
    // Each tick with the digits that it needs: 0.01, 0.1, 1, 10.
    const ticks = y.ticks().filter((value) => (isWide ? [1] : [1, 2, 5]).includes(leading(value)));
    const digits = (value: number) => Math.max(0, -Math.floor(Math.log10(value) + 1e-9));
    return { y, ticks: ticks.map((value) => ({ at: y(value), text: write(value, digits(value)) })) };
  }
  const y = scaleLinear().domain([0, top]).range(range).nice(4);
  const values = y.ticks(4);
  const text = tickFormat(values, write);
  return { y, ticks: values.map((value) => ({ at: y(value), text: text(value) })) };
}

/** The next of 1, 2 and 5 times a power of ten. */
function roundStep(value: number, where: "up" | "down"): number {
  const power = 10 ** Math.floor(Math.log10(value) + 1e-9);
  const unit = value / power;
  const found = where === "up" ? STEPS.find((one) => unit <= one + 1e-9) : STEPS.findLast((one) => unit >= one - 1e-9);
  return (found ?? 1) * power;
}

/** 2 of 0.02, of 2, and of 200. */
const leading = (value: number): number => Math.round(value / 10 ** Math.floor(Math.log10(value) + 1e-9));

/** Points far enough apart to wear a mark each. The newest always does. */
function spaced(points: readonly Point[], look: LineLook | undefined): Point[] {
  const gap = look?.dash ? DOT_GAP.dashed : DOT_GAP.solid;
  const kept: Point[] = [];
  for (const point of [...points].reverse()) {
    const last = kept.at(-1);
    if (!last || last.x - point.x >= gap) kept.push(point);
  }
  return kept.reverse();
}

function keyPlaces(entries: readonly Entry[], width: number, top: number): KeyPlace[] {
  const wide = Math.max(...entries.map((entry) => entry.width)) + KEY_WIDTH + 8;
  const columns = Math.max(1, Math.min(entries.length, Math.floor((width + 16) / (wide + 16))));
  return entries.map(({ id }, index) => ({
    id,
    x: (index % columns) * (wide + 16),
    y: top + Math.floor(index / columns) * KEY_ROW,
  }));
}

export function layoutPlot(model: ChartModel, { width, height }: ChartSize): PlotLayout {
  const { series, references, xName } = model;
  const entries = entriesOf(model);
  const widest = Math.max(0, ...entries.map((entry) => entry.width));
  const nameRoom = textWidth(xName, SMALLEST) + 14;
  const beside = widest + LEAD + 4 <= width * MOST_GUTTER;
  const gutter = beside ? Math.max(widest + LEAD + 4, nameRoom) : 12;

  const top = TOP;
  const bottom = height - AXIS;
  const { y, ticks: yTicks } = axisOf(model, [bottom, top]);
  const hasPlace = ({ y }: ChartPoint) => model.scale !== "log" || y > 0;
  const left = Math.ceil(Math.max(...yTicks.map(({ text }) => textWidth(text, SMALLEST))) + 8);
  const right = Math.max(left + 40, Math.floor(width - gutter));
  const x = scaleLinear()
    .domain([0, Math.max(model.xMax, Number.EPSILON)])
    .range([left, right]);
  const xValues = x.ticks(Math.max(2, Math.min(6, Math.floor((right - left) / 50)))).filter(Number.isInteger);

  const drawLine = line<ChartPoint>()
    .defined(hasPlace)
    .x((point) => x(point.x))
    .y((point) => y(point.y))
    .digits(1);
  const drawBand = area<ChartPoint>()
    .x((point) => x(point.x))
    .y0((point) => y(Math.max(0, point.y - (point.error ?? 0))))
    .y1((point) => y(point.y + (point.error ?? 0)))
    .digits(1);

  // Beside a narrow plot the name of the axis has no room: it takes a row below the ticks.
  const axisEnd = beside ? bottom + 16 : bottom + 31;
  const key = beside || entries.length === 0 ? null : keyPlaces(entries, width, axisEnd + 22);
  return {
    width,
    height: beside ? height : (key?.at(-1)?.y ?? axisEnd) + 10,
    plot: { left, right, top, bottom },
    x,
    y,
    xTicks: xValues.map((value) => ({ at: x(value), text: model.formatX(value) })),
    yTicks,
    xName: {
      ...{ text: xName, y: axisEnd },
      ...(beside ? { x: right + 14, anchor: "start" } : { x: right, anchor: "end" }),
    },
    series: series.map((one) => ({
      id: one.id,
      colour: one.colour,
      look: one.look ?? null,
      quiet: one.quiet ?? false,
      path: drawLine([...one.points]) ?? "",
      band: one.points.some((point) => point.error !== undefined) ? drawBand([...one.points]) : null,
      dots: one.dotted
        ? spaced(
            one.points.map((point) => ({ x: x(point.x), y: y(point.y) })),
            one.look,
          )
        : [],
    })),
    references: references.map((one) => ({ id: one.id, kind: one.kind, y: y(one.value) })),
    turns: model.turns.map((turn) => {
      const at = x(turn.x);
      const leftwards = at > (left + right) / 2;
      const room = (leftwards ? at - left : right - at) - 8;
      return { at, leftwards, lines: wrapText(turn.label, SMALLEST, room) };
    }),
    key,
  };
}
