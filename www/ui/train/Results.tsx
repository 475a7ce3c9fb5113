// The run's numbers beside the ceiling and the floors, and what may be concluded from them.

import { t } from "../../content";
import { marked } from "../../content/marks";
import type { RankMetrics } from "../../engine.ts";
import { standing } from "../../state/compareStats";
import { current, set } from "../../state/current";
import { pretrainingEpochs } from "../../state/epochs";
import { type Evaluation, type History, type MetricName, measured, type Run } from "../../state/runs";
import { run } from "../../state/training";
import { Fill } from "../common/Fill";
import { count, fraction, percent } from "../common/format";
import { Marked } from "../common/Marked";
import { Segmented } from "../common/Segmented";
import { CUT_OFF, metricName, references } from "./Charts";

export function Results() {
  const words = t().train;
  const now = run.value;
  const newest = now?.evaluations.at(-1);
  const best = now?.evaluations.find((one) => one.step === now.best?.step);
  const floors = references();
  return (
    <div class="results">
      <div class="results-head">
        <h3>{words.tableTitle}</h3>
        <Segmented<History>
          label={words.history}
          options={[
            { value: "kept", label: words.historyOptions.kept },
            { value: "masked", label: words.historyOptions.masked },
          ]}
          value={current.history.value}
          onChange={(history) => set({ history })}
        />
      </div>
      <p class="note">{words.historyNote[current.history.value]}</p>
      <table class="results-table">
        <caption class="visually-hidden">{words.tableTitle}</caption>
        <thead>
          <tr>
            <td />
            {COLUMNS.map(({ name, k }) => (
              <th key={`${name}${k}`} scope="col" class="numeric">
                <Marked text={columnHead(name, k)} />
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {floors
            .filter(({ id }) => id === "ceiling")
            .map((floor) => (
              <Row key={floor.id} head={marked(FLOOR_TERMS[floor.id], floor.label)} of={floor.metrics} />
            ))}
          {newest && <Row head={words.rowNewest(count(newest.epoch))} of={newest.metrics[current.history.value]} own />}
          {best && best !== newest && (
            <Row head={words.rowBest(count(best.epoch))} of={best.metrics[current.history.value]} own />
          )}
          {floors
            .filter(({ id }) => id !== "ceiling")
            .map((floor) => (
              <Row key={floor.id} head={marked(FLOOR_TERMS[floor.id], floor.label)} of={floor.metrics} />
            ))}
        </tbody>
      </table>
      {newest ? <Verdict of={newest} /> : <p class="note">{noEvaluation(now)}</p>}
    </div>
  );
}

/** Why there is nothing to compare yet. */
export function noEvaluation(now: Run | null): string {
  const words = t().train;
  return now && pretrainingEpochs(now.config) > 0 ? words.noEvaluationPretraining : words.noEvaluation;
}

const COLUMNS: readonly { name: MetricName; k: number }[] = [
  { name: "ndcg", k: 10 },
  { name: "recall", k: 10 },
  { name: "recall", k: 20 },
];

/** Each metric explains itself where it stands first. */
function columnHead(name: MetricName, k: number): string {
  const text = `${name === "ndcg" ? "NDCG" : "Recall"}@${k}`;
  return COLUMNS.find((column) => column.name === name)?.k === k ? marked(name, text) : text;
}

/** Floors explain themselves; a run does not. */
const FLOOR_TERMS = { ceiling: "best-possible", markov: "markov-floor", popularity: "popularity" } as const;

function Row({ head, of, own = false }: { head: string; of: RankMetrics; own?: boolean }) {
  return (
    <tr class={own ? "is-own" : ""}>
      <th scope="row">
        <Marked text={head} />
      </th>
      {COLUMNS.map(({ name, k }) => {
        const value = measured(of, name, k);
        return (
          <td key={`${name}${k}`} class="numeric">
            {value ? <b>{fraction(value.value)}</b> : "–"}
            {value && own && <span class="results-error"> {t().train.error(fraction(value.error))}</span>}
          </td>
        );
      })}
    </tr>
  );
}

/** Where the newest evaluation stands; a difference within one standard error is called none. */
function Verdict({ of }: { of: Evaluation }) {
  const words = t().train;
  const result = measured(of.metrics[current.history.value], "ndcg", CUT_OFF);
  if (!result) return null;
  const all = references().flatMap(({ id, label, metrics }) => {
    const floor = measured(metrics, "ndcg", CUT_OFF);
    return floor ? [{ id, label, value: floor.value, standing: standing(result, floor) }] : [];
  });
  const named = (which: ReturnType<typeof standing>) =>
    words.list(
      all
        .filter((one) => one.standing === which && !(which === "below" && one.id === "ceiling"))
        .map((one) => one.label),
    );
  const [above, below, same] = [named("above"), named("below"), named("same")];
  const ceiling = all.find((one) => one.id === "ceiling");
  const text = above && below ? words.verdictBoth : above ? words.verdictAbove : below ? words.verdictBelow : "";
  const parts = { metric: <b>{metricName("ndcg")}</b>, above, below, same: <b>{same}</b> };
  return (
    <p class="verdict">
      {text && <Fill text={text} parts={parts} />}{" "}
      {same && <Fill text={(text ? words.verdictSame : words.verdictOnlySame)(same)} parts={parts} />}{" "}
      {ceiling && ceiling.standing === "below" && words.verdictCeiling(percent(result.value / ceiling.value, 0))}{" "}
      <Marked text={words.oneSeed} />
    </p>
  );
}
