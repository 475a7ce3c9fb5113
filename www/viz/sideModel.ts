// The attention weights of several models on one session, and how A's differ from another's.
import type { AxisItem } from "./drawAxes";
import type { Cell, Level } from "./heatmapCells";
import type { LineLook } from "./lineLooks";

interface Cells {
  readonly items: readonly AxisItem[];
  readonly causal: boolean;
  /** The number of a cell; null where there is none. */
  readonly value: Level;
  /** The same as it is written, where that is another number. */
  readonly written?: Level;
}

export interface SideMap {
  /** Letter and line of the model; null for the difference. */
  readonly letter: string | null;
  readonly look: LineLook | null;
  readonly name: string;
  /** Which layer and head is on screen. */
  readonly shown: string;
  /** Null: there is nothing to draw, and `note` says why. */
  readonly cells: Cells | null;
  readonly note: string;
}

export interface SideModel {
  readonly models: readonly SideMap[];
  readonly difference: SideMap;
  /** Largest weight of all models: equal colours are equal weights. */
  readonly bound: number;
  /** Largest difference either way. */
  readonly contrast: number;
  readonly words: {
    readonly weight: string;
    /** Who looks more at either end of the scale of differences. */
    readonly moreLow: string;
    readonly moreHigh: string;
    readonly axes: string;
    readonly blank: string;
  };
  readonly signed: (value: number, digits?: number) => string;
  readonly decimal: (value: number, digits?: number) => string;
}

/** Where the focus is in one of the maps; null where it has no such cell. */
export type SideFocus = readonly (Cell | null)[];

/** All maps in the order they are drawn; the difference is the last. */
export function sideMapsOf({ models, difference }: Pick<SideModel, "models" | "difference">): readonly SideMap[] {
  return [...models, difference];
}
