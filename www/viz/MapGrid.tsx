// What lies over a drawn map for pointers, keys and readers: a grid with one tab stop, whose focus cell speaks.
import { cellAt, type Move, moveCell } from "./gridMoves";
import { type Cell, cellBox } from "./heatmapCells";
import { inRem } from "./useRoom";

export interface MapGridProps {
  readonly id: string;
  /** Name of the map for people who do not see it. */
  readonly label: string;
  /** Where its cells are drawn. */
  readonly place: { readonly x: number; readonly y: number; readonly side: number };
  readonly size: number;
  readonly causal: boolean;
  /** Cells that hold a number; without it all that are not masked. */
  readonly holds?: (row: number, column: number) => boolean;
  readonly focus: Cell | null;
  readonly pinned: boolean;
  /** What the focus cell says, in words and numbers. */
  readonly focusLabel: string;
  /** The pointer or an arrow key reached a cell; null: the pointer left. */
  readonly onFocus: (cell: Cell | null) => void;
  readonly onPin: (cell: Cell) => void;
  readonly onFree: () => void;
}

const MOVES: Record<string, Move> = {
  ArrowLeft: "left",
  ArrowRight: "right",
  ArrowUp: "up",
  ArrowDown: "down",
  Home: "start",
  End: "end",
};

export function MapGrid(props: MapGridProps) {
  const { id, place, size, causal, focus, pinned, holds } = props;
  const { x, y, side } = place;

  const under = (event: PointerEvent | MouseEvent): Cell | null => {
    if (!(event.currentTarget instanceof HTMLElement)) return null;
    const box = event.currentTarget.getBoundingClientRect();
    const cell = cellAt(event.clientX - box.left, event.clientY - box.top, size, box.width);
    if (!cell || (causal && cell.column > cell.row)) return null;
    return holds && !holds(cell.row, cell.column) ? null : cell;
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
      style={{ left: inRem(x), top: inRem(y), width: inRem(side), height: inRem(side) }}
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
      {focus && <FocusCell id={id} size={size} side={side} focus={focus} pinned={pinned} label={props.focusLabel} />}
    </div>
  );
}

interface FocusCellProps {
  readonly id: string;
  readonly size: number;
  readonly side: number;
  readonly focus: Cell;
  readonly pinned: boolean;
  readonly label: string;
}

/** Nothing to see: the frame is drawn. It lies where its cell is, so that readers can show what they speak of. */
function FocusCell({ id, size, side, focus, pinned, label }: FocusCellProps) {
  const box = cellBox(focus, size, side);
  return (
    // biome-ignore lint/a11y/useSemanticElements: rows of a drawn grid have no table around them
    // biome-ignore lint/a11y/useFocusableInteractive: the grid itself holds the focus
    <div role="row" aria-rowindex={focus.row + 1}>
      {/* biome-ignore lint/a11y/useSemanticElements: neither have its cells */}
      {/* biome-ignore lint/a11y/useFocusableInteractive: the grid itself holds the focus */}
      <div
        id={`${id}-${focus.row}-${focus.column}`}
        class="map-focus"
        role="gridcell"
        aria-colindex={focus.column + 1}
        aria-selected={pinned}
        aria-label={label}
        style={{ left: inRem(box.x), top: inRem(box.y), width: inRem(box.width), height: inRem(box.height) }}
      />
    </div>
  );
}
