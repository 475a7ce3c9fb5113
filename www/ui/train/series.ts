// The curves of a run, as the charts take them.
import type { RankMetrics } from "../../engine.ts";
import {
  epochOf,
  type History,
  lambdas,
  type MetricName,
  measured,
  pretrainingEpochs,
  type Run,
} from "../../state/runs";
import type { ChartPoint, ChartReference, ChartSeries } from "../../viz/chartLayout";
import { runMeans, thinning } from "../../viz/thin";

/** More points than this are averaged before they are drawn. */
const MOST_POINTS = 240;

export interface LossNames {
  /** Names of further terms, by the engine's own. */
  readonly extra: Readonly<Record<string, string>>;
  readonly total: string;
  readonly item: string;
  /** Name and colour of each attribute. */
  readonly attributes: readonly { readonly name: string; readonly colour: string }[];
}

/** Total, next item, each attribute's loss as it enters the total (times its lambda), and what else a model adds. */
export function lossSeries(run: Run, names: LossNames): { series: ChartSeries[]; every: number } {
  const every = thinning(run.loss.step.length, MOST_POINTS);
  const x = runMeans(run.loss.step, every).map((step) => epochOf(run, step));
  // Terms of pre-training are of another size: once it is over they would only flatten what is learnt now.
  const from = run.stage === "training" ? pretrainingEpochs(run.config) : 0;
  const points = (column: readonly number[], scale = 1): ChartPoint[] =>
    runMeans(column, every)
      .map((value, index) => ({ x: x[index] ?? 0, y: value * scale }))
      .filter((point) => Number.isFinite(point.y) && point.x >= from);
  const weights = lambdas(run.config, run.loss.attributes.length);
  const extra = Object.entries(run.loss.extra).map(([name, column]) => ({
    id: `extra-${name}`,
    label: names.extra[name] ?? name,
    colour: "var(--ink-3)",
    points: points(column),
  }));
  const item: ChartSeries = {
    id: "item",
    label: names.item,
    colour: "var(--src-item)",
    points: points(run.loss.item),
  };
  if (weights.length === 0 && extra.length === 0) return { series: [item], every };
  const total: ChartSeries = { id: "total", label: names.total, colour: "var(--ink)", points: points(run.loss.total) };
  const attributes =
    weights.length === 0
      ? []
      : run.loss.attributes.map((column, index) => ({
          id: `attribute-${index}`,
          label: names.attributes[index]?.name ?? "",
          colour: names.attributes[index]?.colour ?? "var(--ink-3)",
          points: points(column, weights[index] ?? 1),
        }));
  const all = [total, item, ...attributes, ...extra];
  return { series: all.filter((one) => one.points.length > 0), every };
}

/** One metric on validation, with its standard error. */
export function metricSeries(run: Run, name: MetricName, k: number, history: History, label: string): ChartSeries {
  const points = run.evaluations.flatMap((one) => {
    const at = measured(one.metrics[history], name, k);
    return at ? [{ x: epochOf(run, one.step), y: at.value, error: at.error }] : [];
  });
  return { id: "run", label, colour: "var(--ink)", points, dotted: points.length < 40 };
}

export interface ReferenceMetrics {
  readonly id: "ceiling" | "markov" | "popularity";
  readonly label: string;
  readonly metrics: RankMetrics;
}

export function metricReferences(all: readonly ReferenceMetrics[], name: MetricName, k: number): ChartReference[] {
  return all.flatMap(({ id, label, metrics }) => {
    const at = measured(metrics, name, k);
    return at
      ? [{ id, label, value: at.value, kind: id === "ceiling" ? ("ceiling" as const) : ("floor" as const) }]
      : [];
  });
}
