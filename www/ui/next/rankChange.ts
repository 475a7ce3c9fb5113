/** How an item's rank moved against the baseline. Places: positive is up. */
export type RankChange =
  | { readonly kind: "none" }
  | { readonly kind: "same" }
  | { readonly kind: "new" }
  | { readonly kind: "moved"; readonly places: number };

/** `ranks` are 1-based by item id; 0 means that the item was not a candidate then. */
export function rankChange(rank: number, item: number, ranks: Uint32Array | null): RankChange {
  const before = ranks?.[item];
  if (before === undefined) return { kind: "none" };
  if (before === 0) return { kind: "new" };
  return before === rank ? { kind: "same" } : { kind: "moved", places: before - rank };
}

/** Length of a bar in percent of its track: the longest bar or tick of the list leaves a little room at the end. */
export function barScale(probabilities: readonly (number | null)[]): (probability: number) => number {
  const most = probabilities.reduce<number>((max, value) => Math.max(max, value ?? 0), 0);
  return (probability) => (most > 0 ? (probability / most) * 97.5 : 0);
}
