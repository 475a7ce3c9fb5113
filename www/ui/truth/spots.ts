// Places of the walk over the marks: rows are rules, columns are the sources of one method after the other.
import type { Rule } from "./process";

export interface Spot {
  readonly rule: number;
  readonly method: number;
  readonly source: number;
}

/** How many there are of each. */
export type Extent = { readonly [Axis in keyof Spot as `${Axis}s`]: number };

const within = (at: number, size: number) => Math.max(0, Math.min(at, size - 1));

/** The nearest place that is there: which clicks are shown decides which rules have any. */
export function nearest({ rule, method, source }: Spot, { rules, methods, sources }: Extent): Spot {
  return { rule: within(rule, rules), method: within(method, methods), source: within(source, sources) };
}

/** So many columns and rows further, no further than the edges. */
export function moved({ rule, method, source }: Spot, columns: number, rows: number, extent: Extent): Spot {
  const { rules, methods, sources } = extent;
  const column = within(method * sources + source + columns, methods * sources);
  return {
    rule: within(rule + rows, rules),
    method: Math.floor(column / sources),
    source: column % sources,
  };
}

/** A place that was chosen, with the rule that it is of: other clicks may leave other rules, and none is mistaken for it. */
export interface Chosen extends Omit<Spot, "rule"> {
  readonly rule: Rule;
}

/** Where it is now; null where its rule, or its column, is gone. */
export function placeOfChosen({ rule, method, source }: Chosen, rules: readonly Rule[], extent: Extent): Spot | null {
  const at = rules.indexOf(rule);
  return at < 0 || method >= extent.methods || source >= extent.sources ? null : { rule: at, method, source };
}
