// Every layer and head at a glance: a row a head, a column a source, the fused map last.
import type { Ramp, SourceToken } from "./tokens";

export interface AllColumn {
  readonly name: string;
  readonly letter: string;
  readonly source: SourceToken;
  readonly ramp: Ramp;
  /** The largest value the column's colours reach: one for all heads, so that heads can be compared. */
  readonly bound: number;
}

export interface AllHead {
  readonly layer: number;
  readonly head: number;
  readonly layerName: string;
  readonly headName: string;
  /** By column, row by row of the map. */
  readonly values: readonly ArrayLike<number>[];
}

export interface AllMapsModel {
  /** Rows, and columns, of each map. */
  readonly size: number;
  readonly causal: boolean;
  readonly columns: readonly AllColumn[];
  /** Layer by layer. */
  readonly heads: readonly AllHead[];
  /** What the large maps show: index of a head; null where they show a mean. */
  readonly current: number | null;
  readonly words: { readonly layer: (name: string) => string };
}

/** One map of all: a head and a column. */
export interface AllPlace {
  readonly head: number;
  readonly column: number;
}
