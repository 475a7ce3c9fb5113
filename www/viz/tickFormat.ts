const MOST_DIGITS = 12;

/** Digits behind the point that tell all ticks of an axis apart and round none of them: 0.05, 0.10, 0.15; 2, 4; 2.5, 5.0. */
export function tickDigits(ticks: readonly number[]): number {
  const most = Math.max(0, ...ticks.map(Math.abs));
  for (let digits = 0; digits < MOST_DIGITS; digits++) {
    const power = 10 ** digits;
    if (ticks.every((tick) => Math.abs(tick * power - Math.round(tick * power)) <= most * power * 1e-9)) return digits;
  }
  return MOST_DIGITS;
}

/** Writes the ticks of one axis, all with as many digits as the one that needs most. `write`: a number with that many digits. */
export function tickFormat(
  ticks: readonly number[],
  write: (value: number, digits: number) => string,
): (value: number) => string {
  const digits = tickDigits(ticks);
  return (value) => write(value, digits);
}
