// The same numbers as a map of one source, as lines: from the click that looks to the clicks it looks at.
import type { AxisItem } from "./drawAxes";
import type { SourceToken } from "./tokens";

export interface LinesModel {
  readonly items: readonly AxisItem[];
  readonly causal: boolean;
  readonly name: string;
  readonly source: SourceToken;
  /** Row by row: row = the click that looks. */
  readonly values: ArrayLike<number>;
  /** The largest magnitude: the thickest line. */
  readonly bound: number;
  readonly write: (value: number) => string;
  readonly words: { readonly looks: string; readonly lookedAt: string; readonly value: string };
}

/** Which side the pointer or the keys are on, and the cell that both sides mean. */
export interface LinesFocus {
  readonly side: "looks" | "lookedAt";
  readonly row: number;
  readonly column: number;
  /** Lines of other clicks are left out. */
  readonly isAlone: boolean;
}

export function valueAt({ items, values }: Pick<LinesModel, "items" | "values">, row: number, column: number): number {
  return values[row * items.length + column] ?? 0;
}

/** Cells of a click: its row, or the rows that look at it. */
export function cellsOf(model: LinesModel, { side, row, column }: LinesFocus): { row: number; column: number }[] {
  const all = model.items.map((_, at) => (side === "looks" ? { row, column: at } : { row: at, column }));
  return all.filter((cell) => !model.causal || cell.column <= cell.row);
}
