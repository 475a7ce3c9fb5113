// Cells of maps in terms of the session: what one model's map points at, found in another's.
import type { Slots } from "./slots";

/** A row or column of a map in terms of the session: the index of its step, or the slot that only this model has. */
export type Place = number | "mask";

export interface PlacedCell {
  /** "readout": the row that the next item is read from, whichever slot that is. */
  readonly row: number | "readout";
  readonly column: Place;
}

/** A cell of one model's map in terms of the session. */
export function placeCell(cell: { row: number; column: number }, slots: Slots): PlacedCell {
  const column = cell.column < slots.steps ? cell.column + slots.dropped : "mask";
  return { row: cell.row >= slots.size - 1 ? "readout" : cell.row + slots.dropped, column };
}

/** The cell of a model's map at a place; null where the model has no such slot. */
export function cellAtPlace(place: PlacedCell, slots: Slots): { row: number; column: number } | null {
  const row = place.row === "readout" ? slots.size - 1 : place.row - slots.dropped;
  const column = place.column === "mask" ? slots.steps : place.column - slots.dropped;
  const inside = row >= 0 && row < slots.size && column >= 0 && column < slots.size;
  return inside ? { row, column } : null;
}
