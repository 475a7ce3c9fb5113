// What pointed to a click, by rule and method: what is drawn, and where.
import { textWidth } from "./textWidth";
import type { SourceToken } from "./tokens";
import type { Agreed } from "./truthMarks";

export interface PointedSource {
  readonly token: SourceToken;
  readonly letter: string;
  readonly name: string;
}

export interface PointedRule {
  readonly name: string;
  /** How many clicks. */
  readonly note: string;
  /** The source whose cue was planted. */
  readonly truth: number;
}

export interface PointedMethod {
  readonly name: string;
  /** Null: this model cannot be asked this way. */
  readonly value: Agreed | null;
  /** Share right and its interval as written, and kappa with its own. Without a value, `kappa` says why. */
  readonly right: string;
  readonly half: string;
  readonly kappa: string;
  /** [rule][source], shares of the row. */
  readonly shares: readonly (readonly number[])[];
}

export interface PointedModel {
  readonly sources: readonly PointedSource[];
  readonly rules: readonly PointedRule[];
  readonly methods: readonly PointedMethod[];
  readonly best: number | null;
  readonly words: {
    readonly heading: readonly string[];
    readonly axis: readonly string[];
    readonly rule: string;
    readonly chance: (share: string) => string;
    readonly best: (share: string) => string;
  };
  readonly percent: (share: number) => string;
}

export const HEAD = { name: 20, number: 54, axis: 82, chance: 102, best: 118, sources: 142 };
export const ROW = 48;
const FIRST = HEAD.sources + 14;
const GAP = 26;
/** A block narrower than this has no room for its marks. */
const LEAST = 152;

export interface PointedLayout {
  readonly width: number;
  readonly height: number;
  /** Left edge of the blocks; what stands before it names the rules. */
  readonly names: number;
  readonly block: number;
  readonly cell: number;
  /** Where each method's block begins. */
  readonly places: readonly { readonly x: number; readonly y: number }[];
  /** Top of a rule's row in a block. */
  readonly rowAt: (rule: number) => number;
}

export function layoutPointed({ methods, rules, sources }: PointedModel, width: number): PointedLayout {
  const longest = Math.max(
    0,
    ...rules.map(({ name, note }) => Math.max(textWidth(name, 12, true) + 20, textWidth(note, 11) + 20)),
  );
  const names = Math.min(Math.max(116, Math.ceil(longest) + 8), 190);
  const most = Math.max(1, Math.min(methods.length, Math.floor((width - names + GAP) / (LEAST + GAP))));
  // Bands as even as can be: two and two, not three and one.
  const columns = Math.ceil(methods.length / Math.ceil(methods.length / most));
  const block = Math.floor((width - names - (columns - 1) * GAP) / columns);
  const tall = FIRST + rules.length * ROW + 22;
  return {
    ...{ width, names, block, cell: block / Math.max(1, sources.length) },
    height: Math.ceil(methods.length / columns) * tall - 20,
    places: methods.map((_, index) => ({
      x: names + (index % columns) * (block + GAP),
      y: Math.floor(index / columns) * tall,
    })),
    rowAt: (rule) => FIRST + rule * ROW,
  };
}
