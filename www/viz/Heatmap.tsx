// One square map. The cells are paths; the focus row and cell are one overlay, so moving the focus redraws two rectangles.
import { useMemo } from "preact/hooks";
import { type Cell, cellAt, cellBox, cellPaths, type Move, moveCell, rowBox, staircase } from "./heatmapCells";
import { levelColour, type Ramp } from "./ramps";
import { PAGE } from "./tokens";

export interface HeatmapProps {
  id: string;
  /** Name of the map for people who do not see it. */
  label: string;
  size: number;
  /** Width and height in pixels. */
  side: number;
  ramp: Ramp;
  /** True: only the lower triangle holds cells, and the frame follows its steps. */
  causal: boolean;
  /** Colour level of a cell, null where it is masked. Keep the function the same while the numbers are. */
  level: (row: number, column: number) => number | null;
  focus: Cell | null;
  pinned: boolean;
  /** What the focus cell says, in words and numbers. */
  focusLabel: string;
  /** The pointer or an arrow key reached a cell; null: the pointer left. */
  onFocus: (cell: Cell | null) => void;
  onPin: (cell: Cell) => void;
  onFree: () => void;
}

const MOVES: Record<string, Move> = {
  ArrowLeft: "left",
  ArrowRight: "right",
  ArrowUp: "up",
  ArrowDown: "down",
  Home: "start",
  End: "end",
};

export function Heatmap(props: HeatmapProps) {
  const { id, size, side, ramp, causal, level, focus, pinned } = props;
  const cells = useMemo(
    () => (
      <>
        <rect class="map-frame" x={-0.5} y={-0.5} width={side} height={side} />
        {causal && <path class="map-edge" d={staircase(size, side)} />}
        <g shape-rendering="crispEdges">
          {cellPaths(size, side, level).map((path) => (
            <path key={path.level} d={path.d} style={{ fill: levelColour(PAGE, ramp, path.level) }} />
          ))}
        </g>
      </>
    ),
    [size, side, ramp, causal, level],
  );

  const under = (event: PointerEvent | MouseEvent): Cell | null => {
    const box = (event.currentTarget as HTMLElement).getBoundingClientRect();
    const cell = cellAt(event.clientX - box.left, event.clientY - box.top, size, side);
    return cell && level(cell.row, cell.column) !== null ? cell : null;
  };

  const onKeyDown = (event: KeyboardEvent) => {
    if (!focus || event.ctrlKey || event.metaKey || event.altKey) return;
    const move = MOVES[event.key];
    if (move) {
      const next = moveCell(focus, move, size, causal);
      if (pinned) props.onPin(next);
      else props.onFocus(next);
    } else if (event.key === "Enter" || event.key === " ") {
      if (pinned) props.onFree();
      else props.onPin(focus);
    } else if (event.key === "Escape" && pinned) {
      props.onFree();
    } else {
      return;
    }
    event.preventDefault();
    event.stopPropagation();
  };

  return (
    // biome-ignore lint/a11y/useSemanticElements: a grid of drawn cells; a table of 2,500 cells a map would be one too many
    <div
      id={id}
      class="map"
      role="grid"
      tabIndex={0}
      style={{ width: `${side}px`, height: `${side}px` }}
      aria-label={props.label}
      aria-rowcount={size}
      aria-colcount={size}
      aria-activedescendant={focus ? `${id}-${focus.row}-${focus.column}` : undefined}
      onPointerMove={(event) => {
        const cell = under(event);
        if (cell) props.onFocus(cell);
      }}
      onPointerLeave={(event) => {
        // A finger that lifts leaves too: what it touched stays on screen.
        if (event.pointerType === "mouse") props.onFocus(null);
      }}
      onClick={(event) => {
        const cell = under(event);
        if (!cell) return;
        if (pinned && focus?.row === cell.row && focus.column === cell.column) props.onFree();
        else props.onPin(cell);
      }}
      onKeyDown={onKeyDown}
    >
      <svg role="presentation" width={side} height={side} viewBox={`0 0 ${side} ${side}`}>
        {cells}
        {focus && <FocusMarks id={id} size={size} side={side} focus={focus} pinned={pinned} label={props.focusLabel} />}
      </svg>
    </div>
  );
}

interface FocusMarksProps {
  id: string;
  size: number;
  side: number;
  focus: Cell;
  pinned: boolean;
  label: string;
}

/** Frames outside their cells: nothing of the colour is covered. Tiny cells get a frame one can still see. */
function FocusMarks({ id, size, side, focus, pinned, label }: FocusMarksProps) {
  const row = rowBox(focus.row, size, side);
  const cell = cellBox(focus, size, side);
  const grow = Math.max(0, (8 - cell.width) / 2);
  return (
    // biome-ignore lint/a11y/useSemanticElements: rows of an SVG grid have no HTML element
    <g role="row" aria-rowindex={focus.row + 1}>
      <rect class="map-row" x={row.x - 0.5} y={row.y - 0.5} width={row.width} height={row.height} />
      {/* A hairline of paper inside: the frame shows on cells of any colour. */}
      {cell.width > 8 && (
        <rect class="map-cell-edge" x={cell.x + 1.5} y={cell.y + 1.5} width={cell.width - 4} height={cell.height - 4} />
      )}
      {/* biome-ignore lint/a11y/useSemanticElements: neither have its cells; the grid itself holds the focus */}
      <rect
        id={`${id}-${focus.row}-${focus.column}`}
        class={pinned ? "map-cell is-pinned" : "map-cell"}
        role="gridcell"
        aria-colindex={focus.column + 1}
        aria-selected={pinned}
        aria-label={label}
        x={cell.x - 0.5 - grow}
        y={cell.y - 0.5 - grow}
        width={cell.width + grow * 2}
        height={cell.height + grow * 2}
      />
    </g>
  );
}
