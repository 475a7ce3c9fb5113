// Where a name finds room beside what it names.
import type { Frame, Point } from "./scatter";
import { textWidth } from "./textWidth";

export interface TextBox {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

export function boxAround({ x, y }: Point, half: number): TextBox {
  return { left: x - half, right: x + half, top: y - half, bottom: y + half };
}

export function boxOfText({ x, y }: Point, text: string, size: number, bold = false): TextBox {
  const half = textWidth(text, size, bold) / 2;
  return { left: x - half, right: x + half, top: y - 0.6 * size, bottom: y + 0.6 * size };
}

export function overlaps(a: TextBox, b: TextBox): boolean {
  return a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;
}

export interface Room {
  readonly frame: Frame;
  /** What must not be covered. */
  readonly taken: readonly TextBox[];
  /** What is better not covered: the marks of the map. */
  readonly marks: readonly Point[];
}

const AROUND: readonly (readonly [number, number])[] = [
  [0, 1],
  [0, -1],
  [1, 0],
  [-1, 0],
  [1, 1],
  [-1, 1],
  [1, -1],
  [-1, -1],
];

function covered({ left, right, top, bottom }: TextBox, marks: readonly Point[]): number {
  let count = 0;
  for (const { x, y } of marks) if (x > left - 3 && x < right + 3 && y > top - 3 && y < bottom + 3) count++;
  return count;
}

/**
 * The middle of a centred text around a point, at one of these distances: inside the frame, over nothing that is taken, over as few marks as
 * can be, and near. Null where everything is taken.
 */
export function placeText(
  point: Point,
  { text, size, bold = false }: { readonly text: string; readonly size: number; readonly bold?: boolean },
  away: readonly number[],
  { frame, taken, marks }: Room,
): Point | null {
  const half = textWidth(text, size, bold) / 2;
  const clamp = (value: number, low: number, high: number) => Math.min(Math.max(low, high), Math.max(low, value));
  let [best, least]: [Point | null, number] = [null, Number.POSITIVE_INFINITY];
  for (const [nearness, distance] of away.entries())
    for (const [dx, dy] of AROUND) {
      const place = {
        x: clamp(point.x + dx * (distance + half), frame.x + half, frame.x + frame.width - half),
        y: clamp(point.y + dy * (distance + 0.6 * size), frame.y + 0.6 * size, frame.y + frame.height - 0.6 * size),
      };
      const box = boxOfText(place, text, size, bold);
      if (taken.some((other) => overlaps(box, other))) continue;
      const cost = covered(box, marks) + 1.5 * nearness;
      if (cost < least) [best, least] = [place, cost];
    }
  return best;
}
