// The maps of one layer and one head: a map for every source, and the one they are fused into.
import type { AxisItem } from "./drawAxes";
import type { Cell } from "./heatmapCells";
import { tickDigits } from "./tickFormat";
import type { Ramp, SourceToken } from "./tokens";

interface OneMap {
  readonly name: string;
  /** Its colour, and with it its mark. */
  readonly source: SourceToken;
  /** Row by row. */
  readonly values: ArrayLike<number>;
  /** The largest value its colours reach. */
  readonly bound: number;
}

export interface SourceMap extends OneMap {
  /** The question it answers, in a few words. */
  readonly asks: string;
  /** Switched off: the map says what it would say, faintly, and nothing of it is in the sum. */
  readonly isOff?: boolean;
}

export interface FusedMap extends OneMap {
  /** Scores around zero, or weights after softmax. */
  readonly ramp: Ramp;
  /** What its colours stand for, in a word. */
  readonly unit: string;
}

export interface MapsModel {
  readonly items: readonly AxisItem[];
  readonly causal: boolean;
  /** Empty positions behind the last item that take part all the same. */
  readonly free: number;
  readonly sources: readonly SourceMap[];
  readonly fused: FusedMap;
  /** Scores before softmax and weights after it, whichever the fused map shows. */
  readonly scores: ArrayLike<number>;
  readonly weights: ArrayLike<number>;
  /** True: each source has a scale of its own, which is written below its map. */
  readonly own: boolean;
  readonly words: {
    /** What rows, columns and blanks are, and where the scales stand: in sentences. */
    readonly reading: string;
    readonly score: string;
    readonly sum: string;
    readonly weightAfter: string;
    /** In place of the number of a source that is switched off. */
    readonly off: string;
  };
  readonly signed: (value: number, digits?: number) => string;
  readonly decimal: (value: number, digits?: number) => string;
}

/** The cell all maps point at. */
export interface MapFocus extends Cell {
  readonly pinned: boolean;
}

/** Largest magnitude of a map, for the room its numbers need. */
export function magnitude(values: ArrayLike<number>): number {
  let most = 0;
  for (let at = 0; at < values.length; at++) most = Math.max(most, Math.abs(values[at] ?? 0));
  return most;
}

/** The end of a scale: round numbers need no more digits than they have, and no fewer. */
export function writeBound(bound: number, write: (value: number, digits: number) => string): string {
  return write(bound, tickDigits([bound]));
}
