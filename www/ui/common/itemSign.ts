import type { CatalogueItem } from "../../engine.ts";
import type { ItemSign } from "../../viz/marks";
import { PICTOGRAMS } from "./pictograms";

/** The first letters of the first two words that have one: what stands in for a drawing. */
export function initials(name: string): string {
  const words = name.split(/[^\p{L}\p{N}]+/u).filter((word) => word !== "");
  const letters = words.length > 1 ? words.slice(0, 2).map((word) => [...word][0]) : [...(words[0] ?? "?")].slice(0, 2);
  return letters.join("").toUpperCase();
}

/** How an item is drawn, on the page and in figures. */
export function itemSign(item: Pick<CatalogueItem, "name" | "pictogram"> | undefined): ItemSign {
  return { drawing: (item && PICTOGRAMS[item.pictogram]) ?? null, initials: initials(item?.name ?? "") };
}
