// A model reads slots, a visitor thinks in steps of the session: which is which. The oldest steps may have no slot, and some
// models append a [MASK] slot, whose row is the one that is read out.
import type { Explanation } from "../engine.ts";

/** The item id that stands for [MASK] in an explanation. */
export const MASK = 0;

export interface Slots {
  /** Slots, and so rows and columns of a map. */
  readonly size: number;
  /** Steps of the session among them. */
  readonly steps: number;
  /** Oldest steps of the session that have no slot. */
  readonly dropped: number;
}

export function slotsOf(items: readonly number[], sessionLength: number): Slots {
  const size = items.length;
  const steps = items.at(-1) === MASK ? size - 1 : size;
  return { size, steps, dropped: Math.max(0, sessionLength - steps) };
}

/** True where a model may look: at the slot itself and older ones, or anywhere where attention goes both ways. */
export function isVisible(row: number, column: number, causal: boolean): boolean {
  return !causal || column <= row;
}

/** The cell an explanation points at by itself: what its last row, the one read out, looks at most. */
export function strongestCell(maps: Explanation, layer: number, heads: readonly number[]) {
  const n = maps.items.length;
  if (n === 0 || maps.layers === 0) return null;
  const row = n - 1;
  let column = 0;
  let best = Number.NEGATIVE_INFINITY;
  for (let at = 0; at < n; at++) {
    const sum = heads.reduce((acc, h) => acc + (maps.weights[((layer * maps.heads + h) * n + row) * n + at] ?? 0), 0);
    if (sum > best) [best, column] = [sum, at];
  }
  return { row, column };
}
