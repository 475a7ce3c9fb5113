// What the lines show: one source or all fused, and the click whose lines stand in front. The cell is the one that all maps point at.
import { computed, signal } from "@preact/signals";
import { current, set } from "../../../state/current";
import { focusCell, pinCell } from "../../../state/focus";
import { freeCell, hoverCell } from "../../../state/hoverCell";
import { isVisible } from "../../../state/slots";
import type { Place } from "../../../viz/LinesGrid";
import type { LinesFocus } from "../../../viz/linesModel";
import { FUSED_SOURCE } from "../../common/sources";
import { shown } from "../context";

/** More clicks than this, and nobody can follow a line; the newest ones are drawn. */
export const MOST = 40;

/** Slots before the first one that is drawn. */
export const first = computed(() => Math.max(0, (shown.value?.slice.size ?? 0) - MOST));

/** Index of the source whose scores are drawn; null: all, fused. */
export const lineSource = computed<number | null>(() => {
  const sources = shown.value?.sources ?? [];
  const at = sources.findIndex(({ letter }) => letter === current.source.value);
  return sources.length > 1 && at >= 0 ? at : null;
});

export function chooseSource(letter: string): void {
  set({ source: letter === FUSED_SOURCE.letter ? null : letter });
}

const side = signal<LinesFocus["side"]>("looks");
const alone = signal(false);

/** The cell in front, counted from the first click that is drawn. */
export const linesFocus = computed<LinesFocus | null>(() => {
  const cell = focusCell.value;
  const now = shown.value;
  if (!cell || !now) return null;
  const [row, column] = [cell.row - first.value, cell.column - first.value];
  if (row < 0 || column < 0) return null;
  return { side: side.value, row, column, isAlone: alone.value && cell.pinned };
});

function cellOf({ row, column }: Place) {
  return { row: row + first.peek(), column: column + first.peek() };
}

export function pointAt(place: Place | null): void {
  if (!place) {
    hoverCell(null);
    return;
  }
  const cell = cellOf(place);
  if (!isVisible(cell.row, cell.column, shown.peek()?.maps.causal ?? true)) return;
  // A pinned click stays in front until it is freed; keys take the pin along as they do in the maps.
  if (focusCell.peek()?.pinned) return;
  side.value = place.side;
  hoverCell(cell);
}

/** Keys move what is pinned, too. */
export function moveTo(place: Place): void {
  side.value = place.side;
  if (focusCell.peek()?.pinned) pinCell(cellOf(place));
  else hoverCell(cellOf(place));
}

/** Pinned; once more: alone; a third time: free. Another click is pinned instead. */
export function press(place: Place): void {
  const now = linesFocus.peek();
  const same = now && focusCell.peek()?.pinned && now.side === place.side;
  const own = (one: Place) => (one.side === "looks" ? one.row : one.column);
  if (!now || !same || own(now) !== own(place)) {
    alone.value = false;
    side.value = place.side;
    pinCell(cellOf(place));
  } else if (alone.peek()) letGo();
  else alone.value = true;
}

export function letGo(): void {
  alone.value = false;
  freeCell();
}
