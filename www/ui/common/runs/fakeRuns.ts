// Finished runs for the tests of what is said about them: three systems, settings with a seed, metrics of one value.
import type { Metrics, RunConfig, System } from "../../../engine.ts";
import { metricsWith } from "../../../worker/fakeLab";

export const systems: readonly System[] = ["dif_sr", "sasrecf", "sasrec"].map((id) => ({
  ...{ id, kind: id, name: id.toUpperCase(), enters: [], citation: "" },
  ...{ attention: true, targets: ["every_position"], refusal: null },
}));

export const configOf = (kind: string, seed = 7) =>
  ({
    model: { kind },
    training: { epochs: 2, seed, targets: "every_position", eval_sessions: 50 },
  }) as unknown as RunConfig;

/** Metrics whose every value is this, with an error of .005. */
export function at(value: number): Metrics {
  const metrics = metricsWith(value);
  const errors = (part: Metrics["kept"]) => {
    const [ndcg, se] = [part.k.map(() => value), part.k.map(() => 0.005)];
    return { ...part, ndcg, recall: ndcg, ndcg_se: se, recall_se: se };
  };
  return { ...metrics, kept: errors(metrics.kept), masked: errors(metrics.masked) };
}
