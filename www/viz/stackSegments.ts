/** One signed part of a sum, laid out in pixels. */
export interface Segment {
  part: number;
  value: number;
  x: number;
  width: number;
  /** Middle of its letter; null where the letter would not fit: no text in a segment narrower than that. */
  letterX: number | null;
}

export interface Extent {
  low: number;
  high: number;
}

const LETTER_WIDTH = 12;
/** Half of the tick of the sum and the paper around it. */
const TICK_ROOM = 3;

/** How far the parts of these rows reach below and above zero; zero is always inside. */
export function stackExtent(rows: readonly ArrayLike<number>[]): Extent {
  let low = 0;
  let high = 0;
  for (const parts of rows) {
    let down = 0;
    let up = 0;
    for (let i = 0; i < parts.length; i++) {
      const value = parts[i] ?? 0;
      if (value < 0) down += value;
      else up += value;
    }
    low = Math.min(low, down);
    high = Math.max(high, up);
  }
  return { low, high };
}

/** Pixel of a value when `extent` fills `width`. */
export function stackX(value: number, extent: Extent, width: number): number {
  const span = extent.high - extent.low;
  return span > 0 ? ((value - extent.low) / span) * width : width / 2;
}

/** Where a letter fits between two edges, clear of the tick that marks the sum. */
function letterPlace(left: number, right: number, tick: number): number | null {
  const inside = tick > left - TICK_ROOM && tick < right + TICK_ROOM;
  const free: [number, number][] = inside
    ? [
        [left, tick - TICK_ROOM],
        [tick + TICK_ROOM, right],
      ]
    : [[left, right]];
  const [from, to] = free.reduce((best, next) => (next[1] - next[0] > best[1] - best[0] ? next : best));
  const middle = (left + right) / 2;
  if (to - from < LETTER_WIDTH) return null;
  // The middle of the segment if the tick leaves it free.
  return Math.min(Math.max(middle, from + LETTER_WIDTH / 2), to - LETTER_WIDTH / 2);
}

/** Positive parts stack to the right of zero, negative parts to the left, both in the order given, from zero outward. */
export function stackSegments(parts: ArrayLike<number>, extent: Extent, width: number): Segment[] {
  const segments: Segment[] = [];
  let sum = 0;
  for (let part = 0; part < parts.length; part++) sum += parts[part] ?? 0;
  const tick = stackX(sum, extent, width);
  let up = 0;
  let down = 0;
  for (let part = 0; part < parts.length; part++) {
    const value = parts[part] ?? 0;
    const from = value < 0 ? down : up;
    const to = from + value;
    if (value < 0) down = to;
    else up = to;
    const left = stackX(Math.min(from, to), extent, width);
    const right = stackX(Math.max(from, to), extent, width);
    segments.push({ part, value, x: left, width: right - left, letterX: letterPlace(left, right, tick) });
  }
  return segments;
}
