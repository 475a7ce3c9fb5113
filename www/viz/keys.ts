// Keys of colour scales beside the words that say how to read a map.
import { LINE_HEIGHT, type RampKey, rampKeyWidth, SMALLEST } from "./marks";
import { textWidth, wrapText } from "./textWidth";

export const KEY_ROW = 18;
const BETWEEN = 24;

export interface Room {
  readonly x: number;
  readonly y: number;
  readonly width: number;
}

export interface KeyLayout {
  readonly ramps: readonly { readonly x: number; readonly y: number; readonly key: RampKey }[];
  /** How to read the map, in words: as lines of a drawing, or as a paragraph of the page in the same room. */
  readonly text: Room & { readonly lines: readonly string[] };
  readonly bottom: number;
}

/** Scales one after the other, in a new row where one does not fit; the words after the last where they fit there, else below. */
export function layoutKeys(keys: readonly RampKey[], words: string, { x, y, width }: Room): KeyLayout {
  let at = { x, y };
  const ramps = keys.map((key) => {
    const wide = rampKeyWidth(key);
    if (at.x > x && at.x + wide > x + width) at = { x, y: at.y + KEY_ROW };
    const place = { ...at, key };
    at = { x: at.x + wide + BETWEEN, y: at.y };
    return place;
  });
  const isBeside = at.x + textWidth(words, SMALLEST) <= x + width;
  const lines = isBeside ? [words] : wrapText(words, SMALLEST, width);
  const start = isBeside || keys.length === 0 ? at : { x, y: at.y + KEY_ROW + 2 };
  const text = { ...start, width: x + width - start.x, lines };
  return { ramps, text, bottom: text.y + Math.max(1, lines.length) * LINE_HEIGHT - 4 };
}

/** The words first, a scale at the right end of their row; before them one that comes first. */
export function layoutKeyRow(first: RampKey | null, last: RampKey, words: string, { x, y, width }: Room): KeyLayout {
  const right = x + width - rampKeyWidth(last);
  const from = first ? x + rampKeyWidth(first) + BETWEEN : x;
  const lines = wrapText(words, SMALLEST, right - from - BETWEEN);
  const ramps = [...(first ? [{ x, y, key: first }] : []), { x: right, y, key: last }];
  return {
    ramps,
    text: { x: from, y, width: right - from - BETWEEN, lines },
    bottom: y + Math.max(1, lines.length) * LINE_HEIGHT - 4,
  };
}
