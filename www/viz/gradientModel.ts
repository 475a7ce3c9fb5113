// Gradients of one training step as arrows: a row of clicks for every system, in each click one arrow a source.
import type { AxisItem } from "./drawAxes";
import type { Plane } from "./gradientPlane";
import type { SourceToken } from "./tokens";

export interface GradientSource {
  readonly token: SourceToken;
  readonly letter: string;
  readonly name: string;
}

export interface GradientClick extends AxisItem {
  readonly plane: Plane;
  /** Cosine of the chosen source with the item, as written; null where there is none. */
  readonly cosine: string | null;
  /** What stands at its arrows, in words. */
  readonly title: string;
}

export interface GradientRow {
  readonly name: string;
  /** The one number of the row, and what it is. */
  readonly number: string;
  readonly unit: string;
  /** How long the longest arrow is. */
  readonly scale: string;
  /** In the order that the planes count. */
  readonly sources: readonly GradientSource[];
  readonly clicks: readonly GradientClick[];
  /** Norm of the longest arrow, and of the longest bar. */
  readonly longest: number;
  readonly longestBar: number;
  /** What the row cannot show, in words; empty: nothing. */
  readonly note: string;
}

export interface GradientModel {
  readonly rows: readonly GradientRow[];
  readonly legend: readonly GradientSource[];
  readonly words: {
    /** How to read an arrow. */
    readonly reading: string;
  };
}
