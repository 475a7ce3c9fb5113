import { signal } from "@preact/signals";
import type { CatalogueItem } from "../../engine.ts";
import type { ItemSign } from "../../viz/marks";
import { OPENING_PICTOGRAMS } from "./openingPictograms";

const drawings = signal<{ readonly all: boolean; readonly of: Readonly<Record<string, string>> }>({
  all: false,
  of: OPENING_PICTOGRAMS,
});

/** Those that the opening example does not show. Drawings change with them. */
export async function fetchPictograms(): Promise<void> {
  const { PICTOGRAMS } = await import("./pictograms");
  drawings.value = { all: true, of: PICTOGRAMS };
}

/** The first letters of the first two words that have one: what stands in for a drawing. */
export function initials(name: string): string {
  const words = name.split(/[^\p{L}\p{N}]+/u).filter((word) => word !== "");
  const letters = words.length > 1 ? words.slice(0, 2).map((word) => [...word][0]) : [...(words[0] ?? "?")].slice(0, 2);
  return letters.join("").toUpperCase();
}

/** How an item is drawn, on the page and in figures. */
export function itemSign(item: Pick<CatalogueItem, "name" | "pictogram"> | undefined): ItemSign {
  const { all, of } = drawings.value;
  // One that is on its way leaves its place free: initials would stand for an item without any.
  const missing = item?.pictogram && !all ? "" : null;
  return { drawing: (item && of[item.pictogram]) ?? missing, initials: initials(item?.name ?? "") };
}
