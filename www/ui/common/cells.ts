// Single cells of an explanation: weights and parts, of one head or the mean over all.
import type { Explanation } from "../../engine.ts";

/** One number of an explanation; `head` null: the mean over all. */
export function weightAt(of: Explanation, layer: number, head: number | null, row: number, column: number): number {
  const { weights, heads, items } = of;
  const n = items.length;
  const at = (one: number) => weights[((layer * heads + one) * n + row) * n + column] ?? 0;
  return overHeads(heads, head, at);
}

/** The parts of a cell, in the order of the sources. */
export function partsAt(of: Explanation, layer: number, head: number | null, row: number, column: number): number[] {
  const { contributions, heads, items, sources } = of;
  const n = items.length;
  return sources.map((_, source) =>
    overHeads(
      heads,
      head,
      (one) => contributions[(((layer * heads + one) * sources.length + source) * n + row) * n + column] ?? 0,
    ),
  );
}

function overHeads(heads: number, head: number | null, at: (one: number) => number): number {
  if (head !== null) return at(head);
  return Array.from({ length: heads }, (_, one) => at(one)).reduce((sum, value) => sum + value, 0) / heads;
}
