// A square map and the frames of its focus, drawn at (0, 0).
import type { VNode } from "preact";
import { type Cell, cellBox, cellPaths, type Level, rowBox, staircase } from "./heatmapCells";
import { levelColour, neutralLevel } from "./ramps";
import type { Ramp, Theme } from "./tokens";

export interface Heatmap {
  /** Rows, and columns. */
  readonly size: number;
  /** Width and height. */
  readonly side: number;
  readonly ramp: Ramp;
  /** True: only the lower triangle holds cells, and the frame follows its steps. */
  readonly causal: boolean;
  readonly level: Level;
}

/** The cells are paths, one for each colour. */
export function drawHeatmap({ size, side, ramp, causal, level }: Heatmap, theme: Theme): VNode {
  const line = { fill: "none", stroke: theme("line") };
  return (
    <g>
      <rect x={-0.5} y={-0.5} width={side} height={side} {...line} />
      {causal && <path d={staircase(size, side)} {...line} />}
      <g shape-rendering="crispEdges">
        {cellPaths(size, side, level, neutralLevel(ramp)).map((path) => (
          <path key={path.level} d={path.d} fill={levelColour(theme, ramp, path.level)} />
        ))}
      </g>
    </g>
  );
}

/** Frames outside their cells: nothing of the colour is covered. Tiny cells get a frame one can still see. */
export function drawFocus(size: number, side: number, focus: Cell, pinned: boolean, theme: Theme): VNode {
  const row = rowBox(focus.row, size, side);
  const cell = cellBox(focus, size, side);
  const grow = Math.max(0, (8 - cell.width) / 2);
  const ink = { fill: "none", stroke: theme("ink") };
  return (
    <g>
      <rect x={row.x - 0.5} y={row.y - 0.5} width={row.width} height={row.height} {...ink} />
      {/* A hairline of paper inside: the frame shows on cells of any colour. */}
      {cell.width > 8 && (
        <rect
          x={cell.x + 1.5}
          y={cell.y + 1.5}
          width={cell.width - 4}
          height={cell.height - 4}
          fill="none"
          stroke={theme("paper")}
        />
      )}
      <rect
        x={cell.x - 0.5 - grow}
        y={cell.y - 0.5 - grow}
        width={cell.width + grow * 2}
        height={cell.height + grow * 2}
        {...ink}
        stroke-width={pinned ? 3.5 : 2.5}
      />
    </g>
  );
}
