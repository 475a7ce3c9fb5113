/** A square map: row = the item that looks, column = the item looked at. */
export interface Cell {
  row: number;
  column: number;
}

export interface Box {
  x: number;
  y: number;
  width: number;
  height: number;
}

/** Whole pixels: edges fall between pixels and neighbouring cells never blur into each other. */
export function edge(index: number, size: number, side: number): number {
  return Math.round((index * side) / size);
}

/** White line between cells; very small cells have none or nothing would be left of them. */
export function gapOf(size: number, side: number): number {
  return side / size >= 7 ? 1 : 0;
}

export function cellBox(cell: Cell, size: number, side: number): Box {
  const x = edge(cell.column, size, side);
  const y = edge(cell.row, size, side);
  return { x, y, width: edge(cell.column + 1, size, side) - x, height: edge(cell.row + 1, size, side) - y };
}

export function rowBox(row: number, size: number, side: number): Box {
  const y = edge(row, size, side);
  return { x: 0, y, width: side, height: edge(row + 1, size, side) - y };
}

/** The cell under a point, or null outside the map. */
export function cellAt(x: number, y: number, size: number, side: number): Cell | null {
  const column = Math.floor((x * size) / side);
  const row = Math.floor((y * size) / side);
  return column >= 0 && row >= 0 && column < size && row < size ? { row, column } : null;
}

export interface CellPath {
  level: number;
  d: string;
}

/** One path per colour instead of one element per cell: 50 x 50 cells cost 33 elements and stay sharp at any size.
 *  `level` gives a cell's colour, or null where the cell stays blank. */
export function cellPaths(
  size: number,
  side: number,
  level: (row: number, column: number) => number | null,
): CellPath[] {
  const gap = gapOf(size, side);
  const parts = new Map<number, string[]>();
  for (let row = 0; row < size; row++) {
    const y = edge(row, size, side);
    const height = edge(row + 1, size, side) - y - gap;
    for (let column = 0; column < size; column++) {
      const colour = level(row, column);
      if (colour === null) continue;
      const x = edge(column, size, side);
      const width = edge(column + 1, size, side) - x - gap;
      const part = `M${x} ${y}h${width}v${height}h${-width}z`;
      const list = parts.get(colour);
      if (list) list.push(part);
      else parts.set(colour, [part]);
    }
  }
  return [...parts].sort(([a], [b]) => a - b).map(([colour, list]) => ({ level: colour, d: list.join("") }));
}

/** The staircase around the visible half of a causal map, for its outline. */
export function staircase(size: number, side: number): string {
  let d = `M0 0`;
  for (let i = 1; i <= size; i++) d += `H${edge(i, size, side)}V${edge(i, size, side)}`;
  return `${d}H0Z`;
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
