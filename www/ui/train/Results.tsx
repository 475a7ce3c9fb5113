// The run's numbers beside the ceiling and the floors, and what may be concluded from them.

import { t } from "../../content";
import type { RankMetrics } from "../../engine.ts";
import { ERRORS_EITHER_WAY, type Standing } from "../../state/compareStats";
import { current } from "../../state/current";
import { pretrainingEpochs } from "../../state/epochs";
import { measured } from "../../state/measured";
import type { Run } from "../../state/runs";
import { run } from "../../state/training";
import { Fill } from "../common/Fill";
import { count, percent } from "../common/format";
import { fraction } from "../common/formatMore";
import { inOneList } from "../common/inOneList";
import { Marked } from "../common/Marked";
import { ClickedChoice } from "../common/runs/ClickedChoice";
import { JUDGED, type MetricChoice, metricLabel, type Reference, referenceHead } from "../common/runs/metrics";
import { bestEvaluation, type TrainVerdict, trainReferences, trainVerdict } from "../common/runs/trainVerdict";

export function Results() {
  const words = t().train;
  const now = run.value;
  const newest = now?.evaluations.at(-1) ?? null;
  const best = now && bestEvaluation(now);
  const from = current.history.value;
  const references = trainReferences();
  const reference = ({ id, metrics }: Reference) => <Row key={id} head={referenceHead(id)} of={metrics[from]} />;
  return (
    <div class="results">
      <div class="results-head">
        <h3>{words.tableTitle}</h3>
        <ClickedChoice />
      </div>
      <p class="note">{words.historyNote[from]}</p>
      <table class="table results-table">
        <caption class="visually-hidden">{words.tableTitle}</caption>
        <thead>
          <tr>
            <td />
            {COLUMNS.map(metricLabel).map((head) => (
              <th key={head} scope="col" class="numeric">
                {head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {references.filter(({ id }) => id === "ceiling").map(reference)}
          {newest && <Row head={words.rowNewest(count(newest.epoch))} of={newest.metrics[from]} own />}
          {best && best !== newest && <Row head={words.rowBest(count(best.epoch))} of={best.metrics[from]} own />}
          {references.filter(({ id }) => id !== "ceiling").map(reference)}
        </tbody>
      </table>
      <Verdict of={now && trainVerdict(now)} waiting={noEvaluation(now)} />
    </div>
  );
}

/** Why there is nothing to compare yet. */
export function noEvaluation(now: Run | null): string {
  const words = t().train;
  return now && pretrainingEpochs(now.config) > 0 ? words.noEvaluationPretraining : words.noEvaluation;
}

const COLUMNS: readonly MetricChoice[] = [
  { name: "ndcg", k: 10 },
  { name: "recall", k: 10 },
  { name: "recall", k: 20 },
];

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
            {value && <span class="results-error"> {t().train.error(fraction(value.error))}</span>}
          </td>
        );
      })}
    </tr>
  );
}

/** Where the run stands, by the rule of the comparison. */
function Verdict({ of, waiting }: { of: TrainVerdict | null; waiting: string }) {
  const words = t().train;
  if (!of) return <p class="note">{waiting}</p>;
  const { epoch, result, references } = of;
  const named = (which: Standing) =>
    inOneList(
      references
        .filter(({ id, standing }) => standing === which && !(which === "below" && id === "ceiling"))
        .map(({ name }) => name),
    );
  const [above, below, same] = [named("above"), named("below"), named("same")];
  const ceiling = references.find(({ id }) => id === "ceiling");
  const text = above && below ? words.verdictBoth : above ? words.verdictAbove : below ? words.verdictBelow : "";
  const metric = <b>{words.metricAt(metricLabel(JUDGED), count(epoch))}</b>;
  const parts = { metric, above, below, same: <b>{same}</b> };
  const errors = count(ERRORS_EITHER_WAY);
  return (
    <p class="verdict" data-reading>
      {text && <Fill text={text} parts={parts} />}{" "}
      {same && <Fill text={(text ? words.verdictSame : words.verdictOnlySame)(same, errors)} parts={parts} />}{" "}
      {ceiling?.standing === "below" && words.verdictCeiling(percent(result.value / ceiling.value, 0))}{" "}
      <Marked text={words.oneSeed} />
    </p>
  );
}
