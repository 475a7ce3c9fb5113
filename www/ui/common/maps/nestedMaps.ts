// Maps as matrices, for files that can hold them: a row of the map is a row of the matrix, and what is masked is null.
import { isVisible } from "../../../state/slots";
import type { Nested } from "../../../viz/figure";
import type { MapSlice } from "./slice";

export function nestedMatrix(values: ArrayLike<number>, size: number, causal: boolean): Nested {
  return Array.from({ length: size }, (_, row) =>
    Array.from({ length: size }, (_, column) =>
      isVisible(row, column, causal) ? (values[row * size + column] ?? null) : null,
    ),
  );
}

/** One layer and head: the part of every source, their sum, the attention weights; of gates a row a click. */
export function nestedMaps(slice: MapSlice, sources: readonly { letter: string; name: string }[], causal: boolean) {
  const { size, bias, gates } = slice;
  const matrix = (values: ArrayLike<number>) => nestedMatrix(values, size, causal);
  return {
    sources: sources.map(({ letter, name }, index) => ({ letter, name, scores: matrix(slice.sources[index] ?? []) })),
    ...(bias ? { bias: [...bias] } : {}),
    ...(gates
      ? {
          gates: Array.from({ length: size }, (_, row) => [
            ...gates.subarray(row * sources.length, (row + 1) * sources.length),
          ]),
        }
      : {}),
    sum: matrix(slice.fused),
    weights: matrix(slice.weights),
  };
}
