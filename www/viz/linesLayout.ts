// Where the two columns of clicks and the lines between them go, in pixels.

export interface LinesLayout {
  readonly width: number;
  readonly height: number;
  /** Top of the first click. */
  readonly top: number;
  readonly row: number;
  /** Where lines begin and end. */
  readonly left: number;
  readonly right: number;
  /** Room for the names; 0 where signs and numbers have to do. */
  readonly name: number;
  /** Top of the names of the columns. */
  readonly head: number;
}

const WIDEST = 880;
/** Beside the lines: number, sign. */
const NUMBER = 24;
const SIGN = 26;
/** At both ends: a value. */
const VALUE = 50;
const HEAD = 26;
const COLUMNS = 22;

export const PLACES = { number: 6, sign: NUMBER + 10, name: NUMBER + SIGN };

export function layoutLines(count: number, width: number): LinesLayout {
  const wide = Math.min(width, WIDEST);
  const isNarrow = wide < 480;
  const name = isNarrow ? 0 : Math.min(170, Math.round(wide * 0.2));
  const beside = NUMBER + SIGN + name + (isNarrow ? 40 : VALUE);
  const row = count <= 14 ? 28 : count <= 24 ? 24 : 20;
  const top = HEAD + COLUMNS;
  return { width: wide, height: top + count * row + 4, top, row, left: beside, right: wide - beside, name, head: HEAD };
}

/** The middle of a click. */
export function middleOf({ top, row }: LinesLayout, at: number): number {
  return top + (at + 0.5) * row;
}

/** Which click a height means; null above and below all of them. */
export function clickAt({ top, row }: LinesLayout, y: number, count: number): number | null {
  const at = Math.floor((y - top) / row);
  return at >= 0 && at < count ? at : null;
}
