import type { MapSlice } from "./slice";

/** The parts of one cell in the order of the sources, the bias last where there is one. Their sum is the fused score. */
export function cellParts(slice: MapSlice, row: number, column: number): number[] {
  const at = row * slice.size + column;
  const parts = slice.sources.map((map) => map[at] ?? 0);
  if (slice.bias) parts.push(slice.bias[column] ?? 0);
  return parts;
}
