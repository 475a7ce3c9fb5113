// How narrowly each head looks from one row: the largest of its weights.

export interface Peak {
  readonly head: number;
  readonly column: number;
  readonly weight: number;
}

/** The narrowest and the widest look; null where they read the same as they are written, and none is either. */
export function extremesOf(
  peaks: readonly Peak[],
  write: (weight: number) => string,
): { readonly sharp: Peak; readonly flat: Peak } | null {
  const sharp = peaks.reduce((a, b) => (b.weight > a.weight ? b : a));
  const flat = peaks.reduce((a, b) => (b.weight < a.weight ? b : a));
  return write(sharp.weight) === write(flat.weight) ? null : { sharp, flat };
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
