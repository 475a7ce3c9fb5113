// Where everything of the maps goes, in pixels. Three forms: sources in one row with their sum at the right; sources above a larger
// fused map; on a phone the fused map first.
import { KEY_ROW, type KeyLayout } from "./keys";
import { layoutKey } from "./mapsKey";
import { type MapsModel, magnitude, writeBound } from "./mapsModel";
import { layoutSum, type SumPlace } from "./mapsSum";
import { LINE_HEIGHT, SMALLEST } from "./marks";
import { textWidth, wrapText } from "./textWidth";

/** Sources are added up; the only map of a model goes through the softmax alone. */
type Sign = "+" | "=" | "→";
export type MapsForm = "wide" | "middle" | "narrow";

/** One square of cells with what is written around it. */
export interface MapPlace {
  readonly x: number;
  readonly y: number;
  readonly side: number;
  /** Room at the right and below for positions that are free. */
  readonly pad: number;
  /** Top of the rule over its name, and whether its value has a line of its own. */
  readonly head: number;
  readonly twoLines: boolean;
  /** Where its head begins; it ends with the cells. */
  readonly headFrom: number;
}

export interface SourcePlace extends MapPlace {
  readonly asks: readonly string[];
  /** Width of one colour of the scale below it; null where there is none. */
  readonly swatch: number | null;
}

export interface MapsLayout {
  readonly form: MapsForm;
  readonly width: number;
  readonly height: number;
  /** Room that is free at the top left: for controls, or a title. */
  readonly free: { readonly width: number; readonly height: number };
  readonly sources: readonly SourcePlace[];
  readonly fused: MapPlace;
  /** Signs between maps that are added up. */
  readonly operators: readonly { readonly x: number; readonly y: number; readonly sign: Sign }[];
  /** The focus cell's sum and weight as large numbers; null where the maps stand in one row with their sum. */
  readonly sum: SumPlace | null;
  readonly key: KeyLayout;
}

/** Room a plus sign takes between two maps, and the sign of equality before their sum. */
const PLUS = 20;
const EQUALS = 28;
const BETWEEN = 12;
const NARROWEST = 84;
const WIDEST = 136;
/** A model with one map has room for a larger one. */
const WIDEST_ALONE = 176;
/** Room for the items at the left of the fused map and below it. */
export const AXIS = 24;
const FUSED = { least: 180, most: 232 };
const MIDDLE_FUSED = 360;
export const NAME_SIZE = 12;
/** From the left end of a head to its name. */
export const NAME_FROM = 15;
const HEAD = { one: 26, two: 41 };
const FOOT = 5;
const SCALE_ROW = 16;

function rowOf(count: number): number {
  return count * (NARROWEST + PLUS) - PLUS;
}

/** Which form fits a width. A row of sources is never broken beside its sum. */
export function mapsForm(width: number, count: number): MapsForm {
  if (width >= Math.max(600, rowOf(count) + EQUALS + FUSED.least)) return "wide";
  return width >= 496 ? "middle" : "narrow";
}

/** Width at which every name has its widest value beside it. */
function oneLineWidth({ sources, signed }: MapsModel): number {
  const wide = sources.map(({ name, values }) => {
    const most = magnitude(values);
    const widest = Math.max(...[most, -most].map((value) => textWidth(signed(value), NAME_SIZE, true)));
    return NAME_FROM + textWidth(name, NAME_SIZE) + 8 + widest;
  });
  return Math.ceil(Math.max(...wide));
}

interface SourceGrid {
  readonly columns: number;
  readonly between: number;
  readonly side: number;
  /** Of the head, which may be wider than the cells below it where a map stands alone. */
  readonly headWidth: number;
  readonly twoLines: boolean;
  readonly asks: readonly (readonly string[])[];
  readonly foot: number;
  readonly head: number;
}

/** `height`: for heads and cells of a row, as far as that leaves maps one can read. */
function sourceGrid(model: MapsModel, width: number, form: MapsForm, height = Number.POSITIVE_INFINITY): SourceGrid {
  const count = model.sources.length;
  const fits = Math.floor((width + PLUS) / (NARROWEST + PLUS));
  const columns = form === "wide" ? count : Math.min(count, Math.max(3, fits));
  const between = columns === count ? PLUS : BETWEEN;
  const widest = count === 1 ? WIDEST_ALONE : WIDEST;
  const wide = Math.min(widest, Math.floor((width - (columns - 1) * between) / columns));
  const side = Math.min(wide, Math.max(NARROWEST, height - HEAD.two));
  const needed = oneLineWidth(model);
  const headWidth = count === 1 && form === "wide" ? Math.max(side, needed) : side;
  const twoLines = needed > headWidth;
  const asks = model.sources.map((source) => wrapText(source.asks, SMALLEST, headWidth));
  const lines = Math.max(0, ...asks.map((one) => one.length));
  const foot = FOOT + lines * LINE_HEIGHT + (model.own ? SCALE_ROW : 0);
  const head = twoLines ? HEAD.two : HEAD.one;
  return { columns, between, side, headWidth, twoLines, asks, foot, head };
}

/** The scale of a map below it: as wide as its ends leave room. */
function swatchOf(model: MapsModel, bound: number, side: number): number {
  const ends = [bound, -bound].map((end) => textWidth(writeBound(end, model.signed), SMALLEST));
  return Math.max(0, Math.min(12, Math.floor((side - 10 - ends.reduce((sum, end) => sum + end, 0)) / 9)));
}

/** `bottom`: where the cells of the first row end; `from`: where its first map begins. */
function placeSources(model: MapsModel, grid: SourceGrid, bottom: number, from = 0): SourcePlace[] {
  const { columns, between, side, headWidth, twoLines, head, foot } = grid;
  return model.sources.map((source, index) => {
    const row = Math.floor(index / columns);
    const x = from + (index % columns) * (side + between);
    const y = bottom - side + row * (side + head + foot + 16);
    const swatch = model.own ? swatchOf(model, source.bound, side) : null;
    const headFrom = x + side - headWidth;
    return { x, y, side, pad: 0, head: y - head, twoLines, headFrom, asks: grid.asks[index] ?? [], swatch };
  });
}

function placeFused(x: number, side: number, bottom: number): MapPlace {
  const y = bottom - side;
  return { x: x + AXIS, y, side, pad: 0, head: y - HEAD.one, twoLines: false, headFrom: x };
}

/** Plus signs in the gaps, at the middle of the maps. */
function pluses(places: readonly SourcePlace[]) {
  return places.slice(1).map(({ x, y, side }) => ({ x: x - PLUS / 2, y: y + side / 2, sign: "+" as const }));
}

/** Free positions are drawn as wide as the others, up to this share of a map: what is in use must stay to be read. */
const MOST_PAD = 0.28;

/** The same square, part of it for the positions that are free. */
function padded<Place extends MapPlace>(place: Place, { items, free }: MapsModel): Place {
  const pad = Math.round(place.side * Math.min(MOST_PAD, free / (items.length + free)));
  return { ...place, pad, side: place.side - pad };
}

/** `free`: height that controls or a title take at the top, above the sources. */
export function layoutMaps(model: MapsModel, width: number, free: number): MapsLayout {
  const layout = layoutForm(model, width, free);
  const sources = layout.sources.map((place) => padded(place, model));
  return { ...layout, sources, fused: padded(layout.fused, model) };
}

function layoutForm(model: MapsModel, width: number, free: number): MapsLayout {
  const form = mapsForm(width, model.sources.length);
  if (form === "wide") return layoutWide(model, width, free);
  return form === "middle" ? layoutMiddle(model, width, free) : layoutNarrow(model, width, free);
}

function layoutWide(model: MapsModel, width: number, free: number): MapsLayout {
  const count = model.sources.length;
  const fusedWidth = Math.max(FUSED.least, Math.min(FUSED.most, width - EQUALS - rowOf(count)));
  const left = width - fusedWidth - EQUALS;
  const side = fusedWidth - AXIS;
  const head = free + (free > 0 ? 10 : 0);
  // Sources are no larger than fit beside a fused map that begins at the top: it stays where it is, whatever model answers.
  const grid = sourceGrid(model, left, "wide", HEAD.one + side - head);
  // The only map of a model stands beside what it becomes.
  const from = count > 1 ? 0 : left - EQUALS - grid.side;
  const bottom = Math.max(HEAD.one + side, head + grid.head + grid.side);
  const sources = placeSources(model, grid, bottom, from);
  const sign: Sign = count > 1 ? "=" : "→";
  const last = { x: left + (count > 1 ? EQUALS / 2 : 0), y: bottom - grid.side / 2, sign };
  const keyTop = bottom + Math.max(grid.foot, AXIS) + 18;
  const key = layoutKey(model, { x: 0, y: keyTop, width }, "row");
  return {
    ...{ form: "wide", width, height: key.bottom, free: { width: left, height: free }, sources, sum: null, key },
    fused: placeFused(width - fusedWidth, side, bottom),
    operators: [...pluses(sources), last],
  };
}

function layoutMiddle(model: MapsModel, width: number, free: number): MapsLayout {
  const grid = sourceGrid(model, width, "middle");
  const sources = placeSources(model, grid, free + grid.head + grid.side);
  const end = Math.max(...sources.map(({ y, side }) => y + side)) + grid.foot + 20;
  const side = Math.min(MIDDLE_FUSED, Math.floor(width * 0.56)) - AXIS;
  const fused = placeFused(0, side, end + HEAD.one + side);
  const x = side + AXIS + 32;
  const column = { x, y: 0, width: width - x };
  const key = layoutKey(model, column, "column");
  const sum = layoutSum(model, { x, y: end + HEAD.one + 24, width: column.width, large: true });
  const keyTop = Math.max(sum.y + sum.height + 20, fused.y + side - key.bottom + KEY_ROW / 2);
  return {
    ...{ form: "middle", width, free: { width, height: free }, sources, fused, sum },
    height: Math.max(fused.y + side + AXIS, keyTop + key.bottom),
    operators: grid.columns === model.sources.length ? pluses(sources) : [],
    key: layoutKey(model, { ...column, y: keyTop }, "column"),
  };
}

/** Whether a row of maps leaves room for the sum. */
function fits({ columns, side, between }: SourceGrid, count: number, width: number): boolean {
  return count === columns && width - columns * (side + between) >= NARROWEST;
}

function layoutNarrow(model: MapsModel, width: number, free: number): MapsLayout {
  const side = width - AXIS;
  const fused = placeFused(0, side, free + HEAD.one + side);
  const grid = sourceGrid(model, width, "narrow");
  const count = model.sources.length;
  const sources = placeSources(model, grid, fused.y + side + AXIS + 18 + grid.head + grid.side);
  const last = sources.at(-1);
  // In the free place beside the last map, or below all of them.
  const column = count % grid.columns || (fits(grid, count, width) ? count : 0);
  const isBeside = last && column > 0;
  const sumX = column * (grid.side + grid.between);
  const end = (last ? last.y + last.side : 0) + grid.foot;
  const place = isBeside ? { x: sumX, y: last.head, width: width - sumX } : { x: 0, y: end + 16, width };
  const sum = layoutSum(model, { ...place, large: false });
  const key = layoutKey(model, { x: 0, y: Math.max(end, sum.y + sum.height) + 24, width }, "column");
  return {
    ...{ form: "narrow", width, height: key.bottom, free: { width, height: free }, sources, fused, sum, key },
    operators: grid.columns === count ? pluses(sources) : [],
  };
}
