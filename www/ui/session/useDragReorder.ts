// Reordering rows by dragging with mouse, pen or finger. The others make room while a row is carried; the drop is the edit.
import { useRef, useState } from "preact/hooks";

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

/** Pixels before a press becomes a drag, so that a click stays a click. */
const THRESHOLD = 4;

/**
 * `rows` finds the rows of the list in order; `onDrop` gets the old and the new index. A finger drags by an element marked
 * `data-drag-handle` only, for elsewhere it scrolls.
 */
export function useDragReorder(rows: () => readonly HTMLElement[], onDrop: (from: number, to: number) => void) {
  const [drag, setDrag] = useState<Drag | null>(null);
  const moved = useRef(false);

  const onPointerDown = (event: PointerEvent, from: number) => {
    moved.current = false;
    if (event.button !== 0 || !(event.target instanceof Element)) return;
    const onHandle = event.target.closest("[data-drag-handle]") !== null;
    if ((event.pointerType !== "mouse" && !onHandle) || event.target.closest("[data-no-drag]")) return;
    const start = event.clientY;
    const boxes = rows().map((row) => row.getBoundingClientRect());
    const middles = boxes.map((box) => box.top + box.height / 2);
    const height = boxes[from]?.height ?? 0;
    const over = (y: number): number => {
      const carried = (middles[from] ?? 0) + (y - start);
      return middles.filter((middle, index) => index !== from && middle < carried).length;
    };
    const follow = new AbortController();
    const end = (drop: boolean, y: number) => {
      follow.abort();
      setDrag(null);
      if (drop && moved.current && over(y) !== from) onDrop(from, over(y));
    };
    const listen = { signal: follow.signal };
    window.addEventListener(
      "pointermove",
      (move) => {
        const offset = move.clientY - start;
        if (!moved.current && Math.abs(offset) < THRESHOLD) return;
        moved.current = true;
        move.preventDefault();
        setDrag({ from, to: over(move.clientY), offset, height });
      },
      listen,
    );
    window.addEventListener("pointerup", (up) => end(true, up.clientY), listen);
    window.addEventListener("pointercancel", () => end(false, start), listen);
    window.addEventListener("keydown", (key) => key.key === "Escape" && end(false, start), listen);
  };

  /** The click that ends a drag is not a click on the row. */
  const wasDragged = () => {
    const result = moved.current;
    moved.current = false;
    return result;
  };

  return { drag, onPointerDown, wasDragged };
}
