// Which metrics runs are compared by, what they are called, and the floors and the ceiling beside them.
import { t } from "../../../content";
import { marked } from "../../../content/marks";
import type { TermId } from "../../../content/terms";
import type { Floors, Metrics } from "../../../engine.ts";
import { type Summary, summarise } from "../../../state/compareStats";
import { current } from "../../../state/current";
import type { Curve } from "../../../state/fields";
import { type MetricName, measured } from "../../../state/measured";

export interface MetricChoice {
  readonly name: MetricName;
  readonly k: number;
}
/** What the curves of the comparison can show. */
export const CURVES: Readonly<Record<Curve, MetricChoice>> = {
  ndcg10: { name: "ndcg", k: 10 },
  recall20: { name: "recall", k: 20 },
};
export const COLUMNS: readonly MetricChoice[] = [
  { name: "ndcg", k: 10 },
  { name: "ndcg", k: 20 },
  { name: "recall", k: 10 },
  { name: "recall", k: 20 },
];
/** The metric that verdicts are about. */
export const JUDGED: MetricChoice = { name: "ndcg", k: 10 };

/** Heads of a table of these metrics: each explains itself where it stands first, which for the `explained` one is above. */
export function metricHeads(columns: readonly MetricChoice[], explained?: MetricName): string[] {
  return columns.map((metric) => {
    const isFirst = columns.find(({ name }) => name === metric.name) === metric;
    return isFirst && metric.name !== explained ? marked(metric.name, metricLabel(metric)) : metricLabel(metric);
  });
}

export function metricLabel({ name, k }: MetricChoice): string {
  return `${name === "ndcg" ? "NDCG" : "Recall"}@${k}`;
}

export function onTestOf(metrics: Metrics, { name, k }: MetricChoice): Summary | null {
  const value = measured(metrics[current.history.value], name, k);
  return value ? summarise([value]) : null;
}

/** The ways a floor or ceiling is known by, the ceiling first and the floors from high to low as they usually are. */
export const REFERENCES = ["ceiling", "item_cosine", "windowed_markov", "markov", "popularity"] as const;
export type ReferenceId = (typeof REFERENCES)[number];

/** The terms that explain them. */
const TERMS = {
  ceiling: "best-possible",
  item_cosine: "item-cosine",
  windowed_markov: "windowed-markov",
  markov: "markov-floor",
  popularity: "popularity",
} as const satisfies Record<ReferenceId, TermId>;

/** The head of its row. */
export function referenceHead(id: ReferenceId): string {
  return marked(TERMS[id], t().compare.references[id]);
}

export interface Reference {
  readonly id: ReferenceId;
  readonly metrics: Metrics;
}

/** Those that the data has: files have no ceiling. */
export function referencesOf(floors: Floors | null | undefined): Reference[] {
  return REFERENCES.flatMap((id) => {
    const metrics = floors?.[id];
    return metrics ? [{ id, metrics }] : [];
  });
}
