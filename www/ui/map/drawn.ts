// Which items are drawn: all of a shop; of a large catalogue the most clicked ones, and whatever the page speaks of.
import type { CatalogueItem } from "../../engine.ts";

/** More marks than this hide each other, and no pointer tells them apart. */
export const MOST_MARKS = 1500;

/** Item ids in their order. `needed`: drawn in any case. */
export function drawnItems(
  items: readonly Pick<CatalogueItem, "count">[],
  needed: readonly number[],
  most = MOST_MARKS,
): number[] {
  const ids = items.map((_, id) => id).slice(1);
  if (ids.length <= most) return ids;
  const popular = byClicks(items).slice(0, most);
  return [...new Set([...popular, ...needed.filter((id) => id > 0 && id < items.length)])].sort((a, b) => a - b);
}

/** Item ids, the most clicked first. */
export function byClicks(items: readonly Pick<CatalogueItem, "count">[]): number[] {
  const ids = items.map((_, id) => id).slice(1);
  return ids.sort((a, b) => (items[b]?.count ?? 0) - (items[a]?.count ?? 0) || a - b);
}
