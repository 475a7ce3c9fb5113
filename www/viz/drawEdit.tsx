// A session with one edit: what is taken out is struck, what comes in its place stands below with an arrow.
import type { VNode } from "preact";
import { type ItemSign, itemMark } from "./marks";
import type { Theme } from "./tokens";

export interface EditDrawing {
  readonly items: readonly ItemSign[];
  /** Slots that are struck. */
  readonly gone: readonly number[];
  /** What comes into the first of them. */
  readonly by: ItemSign | null;
}

const SIZE = 20;
const STEP = 36;
const LEAST_STEP = 24;
const TOP = 16;
const BELOW = 46;

export interface EditLayout {
  readonly width: number;
  readonly height: number;
  readonly step: number;
  readonly perRow: number;
  readonly row: number;
}

/** In one row where they fit, in several otherwise. */
export function layoutEdit({ items, by }: EditDrawing, width: number): EditLayout {
  const step = Math.max(LEAST_STEP, Math.min(STEP, (width - SIZE) / Math.max(1, items.length - 1)));
  const perRow = Math.max(1, Math.min(items.length, 1 + Math.floor((width - SIZE - 4) / step)));
  const row = by ? 2 * TOP + BELOW : 2 * TOP + 4;
  return { width, step, perRow, row, height: Math.ceil(items.length / perRow) * row };
}

export function drawEdit({ items, gone, by }: EditDrawing, layout: EditLayout, theme: Theme): VNode {
  const { step, perRow, row } = layout;
  return (
    <g>
      {items.map((item, index) => {
        const x = SIZE / 2 + 2 + (index % perRow) * step;
        const y = TOP + Math.floor(index / perRow) * row;
        const isGone = gone.includes(index);
        return (
          <g key={index}>
            {itemMark(item, x, y, SIZE, theme(isGone ? "ink-3" : "ink-2"))}
            {isGone && (
              <path d={`M${x - 12} ${y + 12}L${x + 12} ${y - 12}`} stroke={theme("ink")} stroke-width={1.75} />
            )}
            {by && index === gone[0] && (
              <>
                <path
                  d={`M${x} ${y + 34}V${y + 18}M${x - 4} ${y + 22}L${x} ${y + 17}L${x + 4} ${y + 22}`}
                  fill="none"
                  stroke={theme("ink")}
                  stroke-width={1.5}
                />
                {itemMark(by, x, y + BELOW, SIZE, theme("ink"))}
              </>
            )}
          </g>
        );
      })}
    </g>
  );
}
