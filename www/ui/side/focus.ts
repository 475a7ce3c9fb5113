// The page's one focus, in terms of the session, so that every model's map can show it wherever its slots are.

import { computed, signal } from "@preact/signals";
import { cellAtPlace, type PlacedCell, placeCell } from "../../state/cellPlaces";
import { current, hovered } from "../../state/current";
import { pinCell, slots } from "../../state/focus";
import { freeCell, hoverCell } from "../../state/hoverCell";
import { strongestCell } from "../../state/slots";
import { sideMaps } from "./views";

/** A place under the pointer that the model on screen elsewhere has no slot for. */
const elsewhere = signal<PlacedCell | null>(null);

export const isPinned = computed(() => current.focus.value !== null);

/** The visitor's cell, or what the first model with attention looks at most from the row it reads its list from. */
export const place = computed<PlacedCell | null>(() => {
  const pinned = current.focus.value;
  if (elsewhere.value && !pinned) return elsewhere.value;
  const focus = pinned ?? hovered.value;
  const own = slots.value;
  if (focus && focus.row < own.size && focus.column < own.size) return placeCell(focus, own);
  for (const view of sideMaps.value) {
    if (!view) continue;
    const { layer, head, slots: its } = view.map;
    const heads = head === "mean" ? Array.from({ length: view.maps.heads }, (_, index) => index) : [head];
    const strongest = strongestCell(view.maps, layer, heads);
    if (strongest) return placeCell(strongest, its);
  }
  return null;
});

/** Points every map of the page at a place; null: the pointer has left. */
export function pointTo(next: PlacedCell | null): void {
  const cell = next && cellAtPlace(next, slots.peek());
  elsewhere.value = next && !cell ? next : null;
  if (!next || cell) hoverCell(cell);
}

/** A place without a slot in the model on screen elsewhere can be pointed at, not pinned. */
export function pin(next: PlacedCell): void {
  const cell = cellAtPlace(next, slots.peek());
  if (cell) pinCell(cell);
}

export function free(): void {
  freeCell();
}
