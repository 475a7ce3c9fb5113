// Where the arrows go: a row of rings for every system beside its name, or below it where there is little room.
import type { GradientModel, GradientRow } from "./gradientModel";
import { type KeyLayout, layoutKeys } from "./keys";
import { LINE_HEIGHT, SMALLEST } from "./marks";
import { textWidth, wrapText } from "./textWidth";

export interface RingPlace {
  readonly x: number;
  readonly y: number;
}

export interface RowPlace {
  readonly top: number;
  readonly name: readonly string[];
  readonly unit: readonly string[];
  readonly scale: readonly string[];
  /** Middle lines of what stands at its head. */
  readonly at: {
    readonly name: number;
    readonly number: number;
    readonly numberX: number;
    readonly unit: number;
    readonly scale: number;
  };
  readonly rings: readonly RingPlace[];
  readonly radius: number;
  /** From the middle of a ring to the foot of its bars, where the row has any; to the middle of its number. */
  readonly bars: number | null;
  readonly foot: number;
  readonly note: readonly string[];
  readonly noteAt: number;
}

export interface LegendPlace {
  readonly x: number;
  readonly y: number;
  readonly index: number;
}

export interface GradientLayout {
  readonly width: number;
  readonly height: number;
  readonly isNarrow: boolean;
  readonly legend: readonly LegendPlace[];
  readonly rows: readonly RowPlace[];
  readonly key: KeyLayout;
}

export const NUMBER_SIZE = 22;
export const NAME_SIZE = 13;
export const COSINE_SIZE = 12;
/** Room outside a ring for the marks at its edge. */
export const AROUND = 13;
export const BAR_HEIGHT = 20;
const NARROW = 560;
const HEAD = 148;
const LEAST_CELL = 78;
const MOST_CELL = 150;
const LEGEND_ROW = 20;

function layoutLegend({ legend }: GradientModel, width: number) {
  let [x, y] = [0, 0];
  const places = legend.map(({ letter, name }, index): LegendPlace => {
    const wide = 19 + textWidth(letter, SMALLEST, true) + textWidth(name, SMALLEST);
    if (x > 0 && x + wide > width) [x, y] = [0, y + LEGEND_ROW];
    const place = { x, y: y + 8, index };
    x += wide + 16;
    return place;
  });
  return { places, bottom: y + LEGEND_ROW };
}

function layoutRow(row: GradientRow, top: number, width: number, isNarrow: boolean): RowPlace & { bottom: number } {
  const head = isNarrow ? 0 : HEAD;
  const count = Math.max(1, row.clicks.length);
  const room = width - head;
  const columns = Math.min(count, Math.max(1, Math.floor(room / LEAST_CELL)));
  // As many in every line as in the first, so that no line is left with one.
  const even = Math.ceil(count / Math.ceil(count / columns));
  const cell = Math.min(MOST_CELL, room / even);
  const radius = Math.round(Math.min(48, cell / 2 - AROUND));
  const hasBars = row.clicks.some(({ plane }) => plane.apart.length > 0);

  const name = wrapText(row.name, NAME_SIZE, isNarrow ? width : head - 16, true);
  const numberWidth = textWidth(row.number, NUMBER_SIZE, true);
  const words = isNarrow ? width - numberWidth - 12 : head - 16;
  const unit = wrapText(row.unit, SMALLEST, words);
  const scale = wrapText(row.scale, SMALLEST, words);
  const nameEnd = top + name.length * 17;
  const beside = nameEnd + 12;
  const at = isNarrow
    ? {
        name: top + 8,
        number: beside + 6,
        numberX: 0,
        unit: beside,
        scale: beside + unit.length * LINE_HEIGHT,
      }
    : {
        name: top + 8,
        number: nameEnd + 16,
        numberX: 0,
        unit: nameEnd + 40,
        scale: nameEnd + 42 + unit.length * LINE_HEIGHT,
      };
  const headEnd = at.scale + scale.length * LINE_HEIGHT;

  const bars = hasBars ? radius + AROUND + BAR_HEIGHT + 2 : null;
  const foot = (bars === null ? radius + AROUND : bars + 17) + 10;
  const line = radius + AROUND + foot + 22;
  const first = (isNarrow ? headEnd + 6 : top) + radius + AROUND;
  const rings = row.clicks.map((_, index) => ({
    x: head + cell * ((index % even) + 0.5),
    y: first + Math.floor(index / even) * line,
  }));
  const note = row.note === "" ? [] : wrapText(row.note, SMALLEST, room);
  const ringsEnd = first + (Math.ceil(count / even) - 1) * line + foot + 12;
  const noteAt = ringsEnd + 8;
  const end = note.length > 0 ? noteAt + note.length * LINE_HEIGHT - 6 : ringsEnd;
  return {
    ...{ top, name, unit, scale, at, rings, radius, bars, foot, note, noteAt },
    bottom: Math.max(end, isNarrow ? 0 : headEnd),
  };
}

export function layoutGradients(model: GradientModel, width: number): GradientLayout {
  const isNarrow = width < NARROW;
  const legend = layoutLegend(model, width);
  let top = legend.bottom + 12;
  const rows = model.rows.map((row) => {
    const place = layoutRow(row, top, width, isNarrow);
    top = place.bottom + 28;
    return place;
  });
  const key = layoutKeys([], model.words.reading, { x: 0, y: top - 12, width });
  return { width, height: key.bottom, isNarrow, legend: legend.places, rows, key };
}
