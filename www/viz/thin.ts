/** Means of runs of `every` neighbours. The last run may be shorter: the newest value is never left out. */
export function runMeans(values: ArrayLike<number>, every: number): number[] {
  const means: number[] = [];
  for (let start = 0; start < values.length; start += every) {
    const end = Math.min(values.length, start + every);
    let sum = 0;
    for (let i = start; i < end; i++) sum += values[i] ?? 0;
    means.push(sum / (end - start));
  }
  return means;
}

/** How many values one drawn point stands for, so that at most `points` are drawn: 1, 2, 5, 10, 20, 50, … */
export function thinning(count: number, points: number): number {
  const least = count / Math.max(1, points);
  for (let power = 1; ; power *= 10) {
    for (const step of [1, 2, 5]) if (step * power >= least) return step * power;
  }
}
