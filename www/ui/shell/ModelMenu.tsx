// What the menu of the model holds: what it is, the others that could answer, and where to train one.
import { t } from "../../content";
import type { Metrics, ModelSummary } from "../../engine.ts";
import { FIRST_SYSTEM } from "../../state/choices";
import { set } from "../../state/current";
import { catalogue, loaded, model, shop } from "../../state/opened";
import { Button } from "../common/Button";
import { count, fraction } from "../common/format";
import { Marked } from "../common/Marked";
import { modelName } from "../common/modelName";
import { goTo } from "../common/navigation";
import { SourceMark } from "../common/SourceMark";
import { sourceName } from "../common/sourceName";
import { sourceViews } from "../common/sources";
import { entersInWords } from "../common/systemWords";
import { ModelPicker } from "./ModelPicker";

/** A score at 10 with its standard error. */
function atTen(metrics: Metrics, of: "recall" | "ndcg"): string {
  const { kept } = metrics;
  const at = kept.k.indexOf(10);
  const value = kept[of][at];
  const error = kept[`${of}_se`][at];
  return value === undefined || error === undefined ? "–" : `${fraction(value)} ± ${fraction(error)}`;
}

function Facts({ summary }: { summary: ModelSummary }) {
  const words = t().shell.model;
  const { config, trained } = summary;
  const test = summary.metrics.test;
  const facts: [string, string][] = [
    [words.weights, count(summary.parameters)],
    [words.enters.title, entersInWords(summary.system.enters)],
    ...("n_heads" in config
      ? [[words.layers, `${config.n_layers}, ${config.n_heads}`] satisfies [string, string]]
      : []),
    [words.width, count("hidden_size" in config ? config.hidden_size : config.embedding_size)],
    ...(summary.seed === null ? [] : [[words.seed, String(summary.seed)] satisfies [string, string]]),
    ...(trained
      ? [
          [words.trainedFor, words.epochs(count(trained.epochs))] satisfies [string, string],
          [words.trainedOn, trained.data] satisfies [string, string],
        ]
      : []),
    ...(test
      ? [
          [words.recall, atTen(test, "recall")] satisfies [string, string],
          [words.ndcg, atTen(test, "ndcg")] satisfies [string, string],
        ]
      : []),
  ];
  const from = loaded.value;
  return (
    <>
      <h2>{modelName(summary)}</h2>
      <p>
        {from?.origin === "training"
          ? words.training(from.label)
          : from?.origin === "kept"
            ? words.kept(from.label)
            : words.shipped}
      </p>
      {summary.sources.length > 1 && (
        <p class="model-sources">
          {sourceViews(summary.sources, catalogue.value?.attributes ?? []).map((view) => (
            <span key={view.name}>
              <SourceMark source={view} /> {sourceName(view)}
            </span>
          ))}
        </p>
      )}
      <h3>{words.choose}</h3>
      <ModelPicker />
      <details>
        <summary>{words.facts}</summary>
        <dl class="facts">
          {facts.map(([name, value]) => (
            <div key={name}>
              <dt>
                <Marked text={name} />
              </dt>
              <dd>{value}</dd>
            </div>
          ))}
        </dl>
        {test && (
          <p class="note">
            <Marked text={words.metricNote(count(test.sessions))} />
          </p>
        )}
      </details>
    </>
  );
}

export function ModelMenu({ close }: { close: () => void }) {
  const words = t().shell.model;
  const summary = model.value;
  return (
    <div class="info">
      {summary ? (
        <Facts summary={summary} />
      ) : (
        <>
          <p>{words.noneText}</p>
          <ModelPicker />
        </>
      )}
      <p class="info-buttons">
        {loaded.value && loaded.value.origin !== "ready" && shop.value && (
          <Button
            onClick={() => {
              set({ model: FIRST_SYSTEM });
              close();
            }}
          >
            {words.backToShipped}
          </Button>
        )}
        {!summary && (
          <Button
            onClick={() => {
              close();
              goTo("train");
            }}
          >
            {words.trainOne}
          </Button>
        )}
      </p>
    </div>
  );
}
