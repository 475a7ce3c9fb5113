// Two next-item lists of the same session, item by item.
import type { Prediction } from "../../engine.ts";

/** A row of one list and where the other list has it. */
export interface PlacedItem {
  readonly item: number;
  readonly rank: number;
  readonly probability: number;
  /** 1-based rank in the other list; 0: no candidate there. */
  readonly elsewhere: number;
  /** How many places higher the item stands here than there; 0 where it is no candidate there. */
  readonly places: number;
  /** Not among the first k of the other list. */
  readonly only: boolean;
}

/** The first k of a list, each row measured against the other list. */
export function placeAgainst(list: Prediction, other: Prediction, k: number): PlacedItem[] {
  return list.top.slice(0, k).map(({ item, probability }, index) => {
    const rank = index + 1;
    const elsewhere = other.ranks[item] ?? 0;
    const places = elsewhere === 0 ? 0 : elsewhere - rank;
    return { item, rank, probability, elsewhere, places, only: elsewhere === 0 || elsewhere > k };
  });
}

export interface Agreement {
  /** Items among the first k of both. */
  readonly shared: number;
  /** Of those, at the same rank. */
  readonly same: number;
}

export function agreement(rows: readonly PlacedItem[]): Agreement {
  const shared = rows.filter(({ only }) => !only);
  return { shared: shared.length, same: shared.filter(({ places }) => places === 0).length };
}

/** One item over all lists. */
export interface UnionRow {
  readonly item: number;
  /** By list; 0: no candidate. */
  readonly ranks: readonly number[];
  /** By list; null where the item stands too deep for the engine to have been asked. */
  readonly probabilities: readonly (number | null)[];
}

/** Every item among the first k of any list, best rank first. */
export function union(lists: readonly Prediction[], k: number): UnionRow[] {
  const items = new Set(lists.flatMap(({ top }) => top.slice(0, k).map(({ item }) => item)));
  const best = ({ ranks }: UnionRow) => Math.min(...ranks.map((rank) => rank || Number.POSITIVE_INFINITY));
  return [...items]
    .map((item) => ({
      item,
      ranks: lists.map(({ ranks }) => ranks[item] ?? 0),
      probabilities: lists.map(({ top }) => top.find((row) => row.item === item)?.probability ?? null),
    }))
    .sort((a, b) => best(a) - best(b) || (a.ranks[0] || 1e9) - (b.ranks[0] || 1e9));
}
