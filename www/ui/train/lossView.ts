// What is looked at of the losses: some of the lines, smoothed or not. The table and what is saved hold all of them as they were.
import type { Smoothing } from "../../state/fields";
import type { ChartPoint, ChartSeries } from "../../viz/chartModel";

/** How much of what came before stays in a smoothed value. */
const STAYS = { none: 0, some: 0.6, much: 0.9 } as const satisfies Record<Smoothing, number>;

/**
 * The exponential mean of the values up to each, without a pull towards a beginning: `m_t = w m_(t-1) + (1 - w) y_t`, divided by `1 - w^t`
 * (the correction that Adam makes for its means, Kingma and Ba 2015).
 */
export function smoothed(points: readonly ChartPoint[], smoothing: Smoothing): ChartPoint[] {
  const w = STAYS[smoothing];
  let [mean, weight] = [0, 0];
  return points.map(({ x, y }) => {
    mean = w * mean + (1 - w) * y;
    weight = w * weight + (1 - w);
    return { x, y: mean / weight };
  });
}

/** The lines that are drawn; behind each smoothed one, thin, what it is the mean of. */
export function linesInView(
  series: readonly ChartSeries[],
  off: readonly string[],
  smoothing: Smoothing,
): ChartSeries[] {
  const shown = series.filter(({ id }) => !off.includes(id));
  if (smoothing === "none") return shown;
  const measured = shown.map((one) => ({ ...one, id: `${one.id}-measured`, quiet: true }));
  return [...measured, ...shown.map((one) => ({ ...one, points: smoothed(one.points, smoothing) }))];
}
