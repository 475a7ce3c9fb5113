// A row in the hand: from the press until it is let go.
import type { Drag } from "./useDragReorder";

/** Pixels before a press becomes a drag, so that a click stays a click. */
const THRESHOLD = 4;

export interface Carrying {
  readonly from: number;
  readonly rows: () => readonly HTMLElement[];
  readonly moved: { current: boolean };
  readonly onDrag: (drag: Drag | null) => void;
  readonly onDrop: (from: number, to: number) => void;
}

export function carryRow(event: PointerEvent, { from, rows, moved, onDrag, onDrop }: Carrying): void {
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
    onDrag(null);
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
      onDrag({ from, to: over(move.clientY), offset, height });
    },
    listen,
  );
  window.addEventListener("pointerup", (up) => end(true, up.clientY), listen);
  window.addEventListener("pointercancel", () => end(false, start), listen);
  window.addEventListener("keydown", (key) => key.key === "Escape" && end(false, start), listen);
}
