// The pointer over a map, and a pinned cell that follows it again.
import type { Cell } from "./codecs";
import { current, hovered, set } from "./current";

/** Pointer or arrow keys over a map; null when the pointer leaves. */
export function hoverCell(cell: Cell | null): void {
  const now = hovered.peek();
  if (current.focus.peek() || (cell?.row === now?.row && cell?.column === now?.column)) return;
  hovered.value = cell;
}

/** The cell stays where it is, until the pointer takes it elsewhere. */
export function freeCell(): void {
  hovered.value = current.focus.peek();
  set({ focus: null });
}
