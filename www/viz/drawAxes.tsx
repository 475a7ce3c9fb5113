// The items along a map's left side and its foot: their drawings where they have some and cells are wide enough, their numbers in the
// session otherwise.
import type { VNode } from "preact";
import { edge } from "./heatmapCells";
import { type ItemSign, itemDrawing, label } from "./marks";
import type { Theme } from "./tokens";

export interface AxisItem extends ItemSign {
  readonly name: string;
  /** Its number in the session; empty for a slot that is no step of it. */
  readonly step: string;
}

export interface AxisPlace {
  readonly x: number;
  readonly y: number;
  readonly side: number;
  /** Between the cells and what stands below them. */
  readonly pad?: number;
  /** Room beside and below the cells. */
  readonly axis: number;
}

/** Below this a cell is too small for a sign beside it. */
const NARROWEST_SIGN = 13;
const SIGN = 16;
const BETWEEN_NUMBERS = 24;

export function drawAxes(items: readonly AxisItem[], { x, y, side, pad = 0, axis }: AxisPlace, theme: Theme): VNode {
  const size = items.length;
  const cell = side / size;
  const every = cell >= NARROWEST_SIGN ? 1 : Math.ceil(BETWEEN_NUMBERS / cell);
  const colour = theme("ink-2");
  return (
    <g>
      {items.map((item, index) => {
        if (index % every !== 0) return null;
        const middle = (edge(index, size, side) + edge(index + 1, size, side)) / 2;
        const places = [
          { x: x - axis / 2 - 1, y: y + middle },
          { x: x + middle, y: y + side + pad + axis / 2 + 1 },
        ];
        return (
          <g key={index}>
            <title>{item.name}</title>
            {places.map((at) =>
              every === 1 && item.drawing !== null
                ? itemDrawing(item.drawing, at.x, at.y, Math.min(SIGN, cell), colour)
                : label(at.x, at.y, item.step || item.initials, { fill: colour, anchor: "middle" }),
            )}
          </g>
        );
      })}
    </g>
  );
}
