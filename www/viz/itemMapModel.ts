// The items on the two directions along which their vectors differ most, before and after training, with the session as a path.
import type { Glyph } from "./itemGlyphs";
import type { SourceToken } from "./tokens";

export interface MapMark {
  readonly id: number;
  readonly name: string;
  readonly glyph: Glyph;
  /** Holds the value that is picked. */
  readonly isPicked: boolean;
}

export interface ValueKey {
  readonly name: string;
  readonly glyph: Glyph;
  readonly isPicked: boolean;
  /** Marks of it, as indexes. */
  readonly marks: readonly number[];
}

export interface OneItemMap {
  readonly title: string;
  /** "two axes hold 36 %". */
  readonly holds: string;
  /** In the order of the marks. */
  readonly points: readonly (readonly [number, number])[];
  /** The names of the values stand among their items. */
  readonly isNamed: boolean;
}

/** A click, and the item that it is of: an index of the marks. */
export interface Stop {
  readonly step: string;
  readonly mark: number;
}

export interface ItemMapModel {
  readonly marks: readonly MapMark[];
  readonly source: SourceToken;
  readonly values: readonly ValueKey[];
  /** True: one value is picked and all others give way. */
  readonly hasPicked: boolean;
  readonly maps: readonly OneItemMap[];
  /** Oldest first. */
  readonly stops: readonly Stop[];
  /** The first of the list. */
  readonly next: { readonly mark: number; readonly name: string } | null;
}

/** What is pointed at: a mark, and for each map its neighbours among the marks. */
export interface Lit {
  readonly mark: number;
  readonly neighbours: readonly (readonly number[])[];
}
