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
function gapOf(size: number, side: number): number {
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

/** Colour level of a cell; null where it is masked. */
export type Level = (row: number, column: number) => number | null;

export interface CellPath {
  level: number;
  d: string;
}

interface Band {
  readonly from: number;
  readonly to: number;
  readonly at: number;
  readonly length: number;
}

/** Rows (or columns) with pixels of their own. Where there are more rows than pixels, some share one. */
function bands(size: number, side: number): Band[] {
  const all: Band[] = [];
  for (let from = 0; from < size; ) {
    const at = edge(from, size, side);
    let to = from + 1;
    while (to < size && edge(to, size, side) === at) to++;
    const length = edge(to, size, side) - at;
    if (length > 0) all.push({ from, to, at, length });
    from = to;
  }
  return all;
}

/** Of cells that share a pixel the one that says most is drawn: the farthest from the neutral level. */
function strongest(rows: Band, columns: Band, level: Level, neutral: number): number | null {
  let most: number | null = null;
  for (let row = rows.from; row < rows.to; row++)
    for (let column = columns.from; column < columns.to; column++) {
      const here = level(row, column);
      if (here !== null && (most === null || Math.abs(here - neutral) > Math.abs(most - neutral))) most = here;
    }
  return most;
}

/** One path per colour instead of one element per cell: 50 x 50 cells cost 33 elements and stay sharp at any size. Neighbours of
 *  one colour without a line between them are one rectangle. */
export function cellPaths(size: number, side: number, level: Level, neutral = 0): CellPath[] {
  const gap = gapOf(size, side);
  const parts = new Map<number, string[]>();
  const all = bands(size, side);
  for (const rows of all) {
    const height = rows.length - gap;
    let open: { colour: number; x: number; end: number } | null = null;
    const close = () => {
      if (!open) return;
      const width = open.end - open.x - gap;
      const list = parts.get(open.colour);
      const part = `M${open.x} ${rows.at}h${width}v${height}h${-width}z`;
      if (list) list.push(part);
      else parts.set(open.colour, [part]);
      open = null;
    };
    for (const columns of all) {
      const colour = strongest(rows, columns, level, neutral);
      const end = columns.at + columns.length;
      if (open && open.colour === colour && gap === 0) open.end = end;
      else {
        close();
        open = colour === null ? null : { colour, x: columns.at, end };
      }
    }
    close();
  }
  return [...parts].sort(([a], [b]) => a - b).map(([colour, list]) => ({ level: colour, d: list.join("") }));
}

/** The staircase around the visible half of a causal map, for its outline. */
export function staircase(size: number, side: number): string {
  let d = `M0 0`;
  for (let i = 1; i <= size; i++) d += `H${edge(i, size, side)}V${edge(i, size, side)}`;
  return `${d}H0Z`;
}
