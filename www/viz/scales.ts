/** Smallest of 1, 1.5, 2, 3, 4, 5, 6, 8 times a power of ten that is not below `value`: round ends for a legend. */
export function niceBound(value: number): number {
  if (!(value > 0) || !Number.isFinite(value)) return 1;
  const power = 10 ** Math.floor(Math.log10(value));
  const unit = value / power;
  const step = [1, 1.5, 2, 3, 4, 5, 6, 8, 10].find((candidate) => unit <= candidate + 1e-9) ?? 10;
  // Divide for small powers: 2 * 0.1 is exact where 2 * 10 ** -1 may not be.
  return power < 1 ? step / Math.round(1 / power) : step * power;
}

/** Largest magnitude among the values that `keep` lets through. */
export function largest(values: ArrayLike<number>, keep: (index: number) => boolean = () => true): number {
  let most = 0;
  for (let i = 0; i < values.length; i++) {
    const magnitude = Math.abs(values[i] ?? 0);
    if (magnitude > most && keep(i)) most = magnitude;
  }
  return most;
}
