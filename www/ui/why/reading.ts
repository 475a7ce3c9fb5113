/** One part of a sum and which part it is. */
export interface Part {
  readonly index: number;
  readonly value: number;
}

/** What can be said of a cell's parts without saying too much. */
export type Reading =
  /** Nothing to compare: the model keeps one source. */
  | { readonly kind: "single"; readonly sum: number }
  /** Every part pushes the same way, so a share is a share. */
  | { readonly kind: "share"; readonly sum: number; readonly first: Part; readonly share: number }
  /** Parts pull against each other: a percentage of what is left over would mislead. */
  | { readonly kind: "mixed"; readonly sum: number; readonly up: readonly Part[]; readonly down: readonly Part[] };

/** Below this a part is written as 0.00: it neither pushes nor pulls. */
const SILENT = 0.005;

export function readParts(values: readonly number[]): Reading {
  const sum = values.reduce((total, value) => total + value, 0);
  if (values.length < 2) return { kind: "single", sum };
  const parts = values
    .map((value, index) => ({ index, value }))
    .filter(({ value }) => Math.abs(value) >= SILENT)
    .sort((a, b) => Math.abs(b.value) - Math.abs(a.value));
  const up = parts.filter(({ value }) => value > 0);
  const down = parts.filter(({ value }) => value < 0);
  const [first] = parts;
  if (!first || (up.length > 0 && down.length > 0)) return { kind: "mixed", sum, up, down };
  return { kind: "share", sum, first, share: first.value / sum };
}
