// The curves of a run, as the charts take them.
import type { RunConfig, Stage } from "../../engine.ts";
import { epochOf, pretrainingEpochs } from "../../state/epochs";
import type { Clicked } from "../../state/fields";
import { measured } from "../../state/measured";
import { type Evaluation, extraWeight, lambdas, type Run } from "../../state/runs";
import type { ChartPoint, ChartReference, ChartSeries, ChartTurn } from "../../viz/chartModel";
import { LINE_LOOKS } from "../../viz/lineLooks";
import { runMeans, thinning } from "../../viz/thin";
import type { Token } from "../../viz/tokens";
import { plain } from "../common/plain";
import type { MetricChoice, Reference, ReferenceId } from "../common/runs/metrics";

/** More points than this are averaged before they are drawn. */
const MOST_POINTS = 240;

export interface LossNames {
  readonly total: string;
  readonly item: string;
  /** Name and colour of each attribute. */
  readonly attributes: readonly { readonly name: string; readonly colour: Token }[];
  /** Of further terms, by their own names. */
  readonly extra: Readonly<Record<string, string>>;
}

/** What the engine calls the term of masked items: an item loss, and coloured as one. */
const MASKED_ITEMS = "mip";

/** A term of the total with its weight, as a number or a letter: "0.2 × AAP", "λ × brand". */
export function weighted(weight: number | string, name: string): string {
  if (weight === 1) return name;
  return `${typeof weight === "number" ? plain(weight) : weight} × ${name}`;
}

/**
 * The terms of one stage as they enter its total, times their weights, and called so, that lines, read-out and table add up: next item,
 * attributes, and those that only some models have. The stages are not drawn together: pre-training sums over all slots, so its losses are of another size.
 */
export function lossSeries(run: Run, stage: Stage, names: LossNames): { series: ChartSeries[]; every: number } {
  const { loss } = run;
  const [from, to] = stage === "pretraining" ? [0, loss.pretraining] : [loss.pretraining, loss.step.length];
  const every = thinning(to - from, MOST_POINTS);
  const means = (column: Float32Array) => runMeans(column.subarray(from, to), every);
  const x = means(loss.step).map((step) => epochOf(run, step));
  const points = (column: Float32Array, scale = 1): ChartPoint[] =>
    means(column).map((value, index) => ({ x: x[index] ?? 0, y: value * scale }));
  const total: ChartSeries = { id: "total", label: names.total, colour: "ink", points: points(loss.total) };
  // Terms that the stage has not are no numbers in it.
  const further = Object.entries(loss.extra).filter(
    ([, column]) => from < to && !Number.isNaN(column[from] ?? Number.NaN),
  );
  const uncoloured = further.map(([name]) => name).filter((name) => name !== MASKED_ITEMS);
  const extra = further.map(([name, column]): ChartSeries => {
    const weight = extraWeight(run.config, name);
    const drawn = { id: name, label: weighted(weight, names.extra[name] ?? name), points: points(column, weight) };
    // The total is the solid line of no source; these are told apart from it, and from each other, by their dashes.
    const look = LINE_LOOKS[1 + (uncoloured.indexOf(name) % (LINE_LOOKS.length - 1))];
    return look && name !== MASKED_ITEMS ? { ...drawn, colour: "ink-2", look } : { ...drawn, colour: "src-item" };
  });
  if (stage === "pretraining") return { series: [total, ...extra], every };
  const weights = lambdas(run);
  const item: ChartSeries = {
    id: "item",
    label: names.item,
    colour: "src-item",
    points: points(loss.item),
  };
  if (weights.length === 0 && extra.length === 0) return { series: [item], every };
  const attributes = run.loss.attributes.map((column, index) => ({
    id: `attribute-${index}`,
    label: weighted("λ", names.attributes[index]?.name ?? ""),
    colour: names.attributes[index]?.colour ?? "ink-3",
    points: points(column, weights[index] ?? 1),
  }));
  return { series: [total, item, ...(weights.length > 0 ? attributes : []), ...extra], every };
}

/** Where pre-training ends and training begins; nothing for a run of one stage. */
export function stageTurns(config: RunConfig | null, label: string): ChartTurn[] {
  const x = config ? pretrainingEpochs(config) : 0;
  return x > 0 ? [{ x, label }] : [];
}

/** One metric on validation, with its standard error. */
export function metricSeries(
  evaluations: readonly Evaluation[],
  { name, k }: MetricChoice,
  history: Clicked,
  label: string,
): ChartSeries {
  const points = evaluations.flatMap((one) => {
    const at = measured(one.metrics[history], name, k);
    return at ? [{ x: one.epoch, y: at.value, error: at.error }] : [];
  });
  return { id: "run", label, colour: "ink", points, dotted: true };
}

export function metricReferences(
  all: readonly Reference[],
  { name, k }: MetricChoice,
  history: Clicked,
  labels: Readonly<Record<ReferenceId, string>>,
): ChartReference[] {
  return all.flatMap(({ id, metrics }): ChartReference[] => {
    const at = measured(metrics[history], name, k);
    return at ? [{ id, label: labels[id], value: at.value, kind: id === "ceiling" ? "ceiling" : "floor" }] : [];
  });
}
