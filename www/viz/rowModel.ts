// One row of the maps: what each item it looks at gets from each source, the sum, and the attention weight.
import type { AxisItem } from "./drawAxes";
import type { StackPart } from "./drawStack";
import type { SourceToken } from "./tokens";

export interface RowItem extends AxisItem {
  readonly parts: readonly StackPart[];
  readonly score: number;
  readonly weight: number;
  /** The cell that all maps point at. */
  readonly focus: boolean;
}

export interface RowModel {
  readonly items: readonly RowItem[];
  /** What the letters stand for; null: no source. */
  readonly key: readonly { readonly source: SourceToken | null; readonly letter: string; readonly name: string }[];
  readonly words: {
    readonly looksAt: string;
    readonly score: string;
    readonly sum: string;
    readonly weight: string;
  };
  readonly signed: (value: number) => string;
  readonly decimal: (value: number) => string;
}
