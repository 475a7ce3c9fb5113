// The curves of a comparison, as the chart takes them: a line for each system, thin lines for seeds that a mean sums up.
import type { RunConfig } from "../../../engine.ts";
import { pretrainingEpochs } from "../../../state/epochs";
import type { Clicked } from "../../../state/fields";
import { type MetricName, measured } from "../../../state/measured";
import type { Evaluation } from "../../../state/runs";
import type { ChartPoint, ChartSeries } from "../../../viz/chartModel";
import type { LineLook } from "../../../viz/lineLooks";

export type Curve = readonly Evaluation[];

/** Evaluations by epochs of training on next items: where a model pre-trains, its budget begins after that. */
export function sincePretraining(config: RunConfig, evaluations: readonly Evaluation[]): Curve {
  const before = pretrainingEpochs(config);
  return before === 0 ? evaluations : evaluations.map((one) => ({ ...one, epoch: one.epoch - before }));
}

export interface SystemCurves {
  readonly id: string;
  readonly name: string;
  readonly look: LineLook;
  /** Of runs that are finished, one a seed. */
  readonly finished: readonly Curve[];
  /** Of the run under way. */
  readonly live: Curve | null;
}

export interface Chosen {
  readonly name: MetricName;
  readonly k: number;
  readonly history: Clicked;
}

function points(evaluations: Curve, { name, k, history }: Chosen): ChartPoint[] {
  return evaluations.flatMap((one) => {
    const at = measured(one.metrics[history], name, k);
    return at ? [{ x: one.epoch, y: at.value, error: at.error }] : [];
  });
}

/** The mean of several curves at the places that all of them reach: where one has ended, a mean would jump. */
export function meanCurve(curves: readonly (readonly ChartPoint[])[]): ChartPoint[] {
  const [first, ...others] = curves;
  return (first ?? []).flatMap(({ x }) => {
    const values = curves.map((curve) => curve.find((point) => point.x === x)?.y);
    const known = values.filter((value) => value !== undefined);
    if (known.length <= others.length) return [];
    return [{ x, y: known.reduce((sum, value) => sum + value, 0) / known.length }];
  });
}

/**
 * One seed: its line with the band of its errors. Several: a thin line each, and the mean of the finished ones. A system without a run
 * has a line without points: its name keeps its place in the key.
 */
export function systemSeries(system: SystemCurves, seeds: number, chosen: Chosen): ChartSeries[] {
  const finished = system.finished.map((curve) => points(curve, chosen));
  const live = system.live ? [points(system.live, chosen)] : [];
  const { id, name: label, look } = system;
  const whole = (line: readonly ChartPoint[]): ChartSeries => ({
    ...{ id, label, look, colour: "ink", points: line },
    dotted: true,
  });
  const all = [...finished, ...live];
  if (seeds === 1 || all.length <= 1) return [whole(all[0] ?? [])];
  const thin = all.map(
    (line, index): ChartSeries => ({
      ...{ id: `${id}-${index}`, label, look, colour: "ink", quiet: true },
      points: line.map(({ x, y }) => ({ x, y })),
    }),
  );
  return [...thin, whole(meanCurve(finished))];
}
