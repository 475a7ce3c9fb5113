// Singular values of one head's scores, before anything has a place.
import type { LineLook } from "./lineLooks";
import type { SourceToken } from "./tokens";

export interface SpectrumLine {
  readonly id: string;
  /** Stands beside its cliff. */
  readonly name: string;
  /** In its place where there is little room. */
  readonly short: string;
  /** Below the name: where it stops, and why. */
  readonly note: string;
  readonly look: LineLook;
  /** Descending. */
  readonly values: readonly number[];
  /** How many of them were counted. */
  readonly rank: number;
  /** Drawn as a dotted line behind so many values; null: none. */
  readonly bound: number | null;
}

/** One source's own table, thin and in its colour, as far as its values count. */
export interface SpectrumSource {
  readonly source: SourceToken;
  readonly name: string;
  readonly values: readonly number[];
  readonly rank: number;
}

/** What a source adds to the fused table, as a block below the axis. */
export interface SpectrumBlock {
  readonly source: SourceToken;
  readonly letter: string;
  readonly adds: number;
}

export interface SpectrumModel {
  /** Clicks: as many values has a table. */
  readonly n: number;
  /** The first is solid. At most two. */
  readonly lines: readonly SpectrumLine[];
  readonly sources: readonly SpectrumSource[];
  readonly blocks: readonly SpectrumBlock[];
  /** As a share of the largest: below it a value is rounding noise. */
  readonly threshold: number;
  readonly words: {
    readonly ratio: string;
    readonly noise: string;
    readonly noiseShort: string;
    readonly axis: string;
    /** In place of the names where all lines fill all values. */
    readonly full: string;
  };
}
