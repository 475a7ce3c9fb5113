import { t } from "../../content";
import type { Metrics, ModelSummary } from "../../engine.ts";
import { type MetricName, measured } from "../../state/measured";
import { FactList } from "./FactList";
import { count } from "./format";
import { fraction } from "./formatMore";
import { Marked } from "./Marked";
import { entersInWords } from "./systemWords";
import { titled } from "./titled";
import "../../styles/menus.css";

/** A score at 10 with its standard error. */
function atTen(metrics: Metrics, of: MetricName): string {
  const found = measured(metrics.kept, of, 10);
  return found ? `${fraction(found.value)} ± ${fraction(found.error)}` : "–";
}

function factsOf({ config, trained, system, parameters, seed, metrics }: ModelSummary): [string, string][] {
  const words = t().models;
  return [
    [words.weights, count(parameters)],
    [words.enters.title, entersInWords(system)],
    ...("n_heads" in config
      ? [[words.layers, `${config.n_layers}, ${config.n_heads}`] satisfies [string, string]]
      : []),
    [words.width, count("hidden_size" in config ? config.hidden_size : config.embedding_size)],
    ...(seed === null ? [] : [[words.seed, String(seed)] satisfies [string, string]]),
    ...(trained
      ? [
          [words.trainedFor, words.epochs(count(trained.epochs))] satisfies [string, string],
          [words.trainedOn, titled(trained.data)] satisfies [string, string],
        ]
      : []),
    ...(metrics.test
      ? [
          [words.recall, atTen(metrics.test, "recall")] satisfies [string, string],
          [words.ndcg, atTen(metrics.test, "ndcg")] satisfies [string, string],
        ]
      : []),
  ];
}

/** What a model is and what it reached, as its file says. */
export function ModelFacts({ summary }: { summary: ModelSummary }) {
  const { test } = summary.metrics;
  return (
    <>
      <FactList facts={factsOf(summary)} />
      {test && (
        <p class="note">
          <Marked text={t().models.metricNote(count(test.sessions))} />
        </p>
      )}
    </>
  );
}
