export type Direction = "left" | "right" | "up" | "down";

interface Box {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

/** The box nearest to box `at` in a direction, whatever grid the boxes form; `at` itself when nothing lies there. */
export function neighbour(boxes: readonly Box[], at: number, direction: Direction): number {
  const here = boxes[at];
  if (!here) return 0;
  const middle = (box: Box) => ({ x: box.left + box.width / 2, y: box.top + box.height / 2 });
  const from = middle(here);
  const sideways = direction === "left" || direction === "right";
  const sign = direction === "left" || direction === "up" ? -1 : 1;
  let best = at;
  let nearest = Number.POSITIVE_INFINITY;
  boxes.forEach((box, index) => {
    const to = middle(box);
    const along = sign * (sideways ? to.x - from.x : to.y - from.y);
    if (along < 1) return;
    // A step across costs more than one along, so that rows and columns are kept.
    const distance = along + 3 * Math.abs(sideways ? to.y - from.y : to.x - from.x);
    if (distance < nearest) [nearest, best] = [distance, index];
  });
  return best;
}
