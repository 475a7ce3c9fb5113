// Reordering rows by dragging with mouse, pen or finger. The others make room while a row is carried; the drop is the edit. What carries
// a row comes once the first answer is here: before that nobody drags.
import { useEffect, useRef, useState } from "preact/hooks";
import { isDue } from "./isDue";
import { whenNeeded } from "./lazy";

export interface Drag {
  readonly from: number;
  readonly to: number;
  /** Pixels the row has been carried. */
  readonly offset: number;
  /** Pixels of a row. */
  readonly height: number;
}

/** How far a row stands from its place while another is carried. */
export function shiftOf(index: number, drag: Drag | null): number {
  if (!drag) return 0;
  const { from, to, offset, height } = drag;
  if (index === from) return offset;
  if (from < index && index <= to) return -height;
  return to <= index && index < from ? height : 0;
}

const carrying = whenNeeded(async () => (await import("./carryRow")).carryRow);
const fetchCarrying = () => void carrying.fetch().catch(() => undefined);

/**
 * `rows` finds the rows of the list in order; `onDrop` gets the old and the new index. A finger drags by an element marked
 * `data-drag-handle` only, for elsewhere it scrolls.
 */
export function useDragReorder(rows: () => readonly HTMLElement[], onDrop: (from: number, to: number) => void) {
  const [drag, onDrag] = useState<Drag | null>(null);
  const moved = useRef(false);
  const due = isDue.value;
  useEffect(() => {
    if (due) fetchCarrying();
  }, [due]);

  const onPointerDown = (event: PointerEvent, from: number) => {
    moved.current = false;
    const carryRow = carrying.here.peek();
    if (carryRow) carryRow(event, { from, rows, moved, onDrag, onDrop });
    else fetchCarrying();
  };

  /** The click that ends a drag is not a click on the row. */
  const wasDragged = () => {
    const result = moved.current;
    moved.current = false;
    return result;
  };

  return { drag, onPointerDown, wasDragged };
}
