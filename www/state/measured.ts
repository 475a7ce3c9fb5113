// Values out of the tables that the engine measures.
import type { RankMetrics } from "../engine.ts";

export type MetricName = "recall" | "ndcg";

export interface Measured {
  readonly value: number;
  /** One standard error. */
  readonly error: number;
}

/** A metric at a cut-off; null where the engine was not asked for that cut-off. */
export function measured(metrics: RankMetrics, name: MetricName, k: number): Measured | null {
  const at = metrics.k.indexOf(k);
  const value = metrics[name][at];
  const error = metrics[name === "recall" ? "recall_se" : "ndcg_se"][at];
  return value === undefined || error === undefined ? null : { value, error };
}
