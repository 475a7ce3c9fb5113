// Where the focus is on the maps on screen, and the numbers there.
import { computed } from "@preact/signals";
import { focusCell } from "../../state/focus";
import { shown } from "./context";

/** The row the focus is in: what the row table shows, whatever column the focus moves to. */
export const focusRow = computed(() => {
  const row = focusCell.value?.row ?? null;
  const size = shown.value?.slice.size ?? 0;
  return row !== null && row < size ? row : null;
});

/** The focus cell with the numbers it stands for. */
export const focused = computed(() => {
  const cell = focusCell.value;
  const now = shown.value;
  if (!cell || !now || cell.row >= now.slice.size) return null;
  const at = cell.row * now.slice.size + cell.column;
  return { cell, at, fused: now.slice.fused[at] ?? 0, weight: now.slice.weights[at] ?? 0 };
});
