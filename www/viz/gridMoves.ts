// Which cell of a map a pointer or an arrow key means.
import type { Cell } from "./heatmapCells";

/** The cell under a point, or null outside the map. */
export function cellAt(x: number, y: number, size: number, side: number): Cell | null {
  const column = Math.floor((x * size) / side);
  const row = Math.floor((y * size) / side);
  return column >= 0 && row >= 0 && column < size && row < size ? { row, column } : null;
}

export type Move = "left" | "right" | "up" | "down" | "start" | "end";

/** Where an arrow key leads: inside the map, and never onto a masked cell (in a causal map, a column later than its row). */
export function moveCell(cell: Cell, move: Move, size: number, causal: boolean): Cell {
  const last = (row: number) => (causal ? row : size - 1);
  const row = move === "up" ? Math.max(0, cell.row - 1) : move === "down" ? Math.min(size - 1, cell.row + 1) : cell.row;
  const column =
    move === "left"
      ? cell.column - 1
      : move === "right"
        ? cell.column + 1
        : move === "start"
          ? 0
          : move === "end"
            ? last(row)
            : cell.column;
  return { row, column: Math.min(last(row), Math.max(0, column)) };
}
