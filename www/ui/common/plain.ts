/** A setting's number as it can be typed back: no separators, a power of ten where decimals would run on. */
export function plain(value: number): string {
  return value !== 0 && Math.abs(value) < 1e-4 ? value.toExponential() : String(value);
}
