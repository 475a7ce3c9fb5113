// How narrowly each head looks from one row: the largest of its weights.

export interface Peak {
  readonly head: number;
  readonly column: number;
  readonly weight: number;
}

/** By head, in their order. `weights`: of each head, row by row. */
export function peaksOf(weights: readonly ArrayLike<number>[], size: number, row: number): Peak[] {
  return weights.map((values, head) => {
    let [column, weight] = [0, Number.NEGATIVE_INFINITY];
    for (let at = 0; at < size; at++) {
      const value = values[row * size + at] ?? 0;
      if (value > weight) [column, weight] = [at, value];
    }
    return { head, column, weight };
  });
}
