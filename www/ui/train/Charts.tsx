// The curves of the run. One read-out for all of them: they share the x axis, so they share the epoch looked at.
import { signal } from "@preact/signals";
import { t } from "../../content";
import type { Stage } from "../../engine.ts";
import { current } from "../../state/current";
import { pretrainingEpochs, totalEpochs } from "../../state/epochs";
import { form } from "../../state/form";
import { floors as allFloors, catalogue } from "../../state/opened";
import { extraWeight, lambdas, type MetricName, type Run } from "../../state/runs";
import { run, runFloors, runName } from "../../state/training";
import { LineChart } from "../../viz/LineChart";
import { count, decimal, fraction } from "../common/format";
import { plain } from "../common/plain";
import { Segmented } from "../common/Segmented";
import { attributeName } from "../common/sourceName";
import { attributeSources } from "../common/sources";
import { lossSeries, metricReferences, metricSeries, type ReferenceMetrics, stageTurns } from "./series";

/** The epoch the read-out is at; null: the newest. */
const cursor = signal<number | null>(null);
export const CUT_OFF = 10;
/** The stage whose losses the visitor wants to see; null: the one the run is in. */
const wantedStage = signal<Stage | null>(null);

const HEIGHT = 236;

function formatEpoch(x: number): string {
  return decimal(x, Number.isInteger(x) ? 0 : 1);
}

function epochs(now: Run | null): number {
  const config = now?.config ?? form.value;
  return config ? totalEpochs(config) : 1;
}

function weighted(weight: number, name: string): string {
  return weight === 1 ? name : `${plain(weight)} × ${name}`;
}

/** The total in the terms that are drawn, as a sum in words. */
function lossFormula(now: Run | null, stage: Stage, drawn: readonly { id: string }[], thinned: string): string {
  const words = t().train;
  const config = now?.config ?? form.value;
  if (!config) return words.lossSubPlain(thinned);
  const terms = drawn.map(({ id }) => id).filter((id) => id in words.lossTerms);
  if (stage === "pretraining") {
    const sum = terms.map((id) => weighted(extraWeight(config, id), words.lossTerms[id] ?? id)).join(" + ");
    return sum === "" ? words.lossSubPlain(thinned) : words.lossSubPretraining(sum, thinned);
  }
  const attributes = now?.attributes ?? catalogue.value?.attributes.map(({ name }) => name) ?? [];
  if (lambdas({ config, attributes }).length > 0) return words.lossSub(thinned);
  return terms.length > 0 ? words.lossSubNorms(thinned) : words.lossSubPlain(thinned);
}

export function LossChart() {
  const words = t().train;
  const now = run.value;
  const views = attributeSources(catalogue.value?.attributes ?? []);
  const names = {
    total: words.lossTotal,
    item: words.lossItem,
    attributes: views.map((view) => ({ name: attributeName(view.name).toLowerCase(), colour: view.token })),
    extra: words.lossTerms,
  };
  const hasStages = now !== null && pretrainingEpochs(now.config) > 0;
  const stage = hasStages ? (wantedStage.value ?? now.stage) : "training";
  const drawn = now ? lossSeries(now, stage, names) : { series: [], every: 1 };
  const thinned = drawn.every > 1 ? words.thinned(count(drawn.every)) : "";
  return (
    <figure class="train-chart">
      <figcaption>
        <div class="chart-head">
          <div>
            <h3>{words.lossTitle}</h3>
            <p>{lossFormula(now, stage, drawn.series, thinned)}</p>
          </div>
          {hasStages && (
            <Segmented<Stage>
              label={words.stage}
              hideLabel
              options={[
                { value: "pretraining", label: words.stages.pretraining },
                { value: "training", label: words.stages.training },
              ]}
              value={stage}
              onChange={(value) => {
                wantedStage.value = value === now.stage ? null : value;
              }}
            />
          )}
        </div>
      </figcaption>
      {drawn.series.some((one) => one.points.length > 0) ? (
        <LineChart
          label={words.chartLabel(words.lossTitle)}
          height={HEIGHT}
          model={{
            series: drawn.series,
            references: [],
            turns: stageTurns(now, words.stageTurn),
            xMax: epochs(now),
            xName: words.epochAxis,
            format: (value) => decimal(value),
            formatX: formatEpoch,
            write: decimal,
          }}
          cursor={cursor}
        />
      ) : (
        <p class="chart-empty">{now && hasStages && now.step > 0 ? words.stageWaiting : words.chartEmpty}</p>
      )}
      {hasStages && stage === "pretraining" && <p class="note">{words.lossTermsNote}</p>}
    </figure>
  );
}

/** Ceiling and floors on the sessions the run is measured on; before a run, on all validation sessions. */
export function references(): ReferenceMetrics[] {
  const words = t().train;
  const floors = runFloors.value ?? allFloors.value?.valid;
  if (!floors) return [];
  const from = current.history.value;
  return [
    ...(floors.ceiling ? [{ id: "ceiling" as const, label: words.ceiling, metrics: floors.ceiling[from] }] : []),
    { id: "markov" as const, label: words.markov, metrics: floors.markov[from] },
    { id: "popularity" as const, label: words.popularity, metrics: floors.popularity[from] },
  ];
}

export function MetricChart({ name }: { name: MetricName }) {
  const words = t().train;
  const now = run.value;
  const title = words.metricTitle(metricName(name));
  const series = now ? [metricSeries(now, name, CUT_OFF, current.history.value, runName.value ?? words.thisRun)] : [];
  const sessions = now?.evaluations.at(-1)?.metrics.sessions;
  const lines = metricReferences(references(), name, CUT_OFF);
  return (
    <figure class="train-chart">
      <figcaption>
        <h3>{title}</h3>
        <p>{sessions ? words.metricSub(count(sessions)) : waitingForMetrics(now)}</p>
      </figcaption>
      {lines.length > 0 ? (
        <LineChart
          label={words.chartLabel(title)}
          height={HEIGHT}
          model={{
            series,
            references: lines,
            turns: stageTurns(now, words.stageTurn),
            xMax: epochs(now),
            xName: words.epochAxis,
            format: (value) => fraction(value),
            formatX: formatEpoch,
            write: decimal,
          }}
          cursor={cursor}
        />
      ) : (
        <p class="chart-empty">{words.chartEmpty}</p>
      )}
    </figure>
  );
}

function waitingForMetrics(now: Run | null): string {
  const words = t().train;
  return now && pretrainingEpochs(now.config) > 0 ? words.metricSubPretraining : words.metricSubNone;
}

export function metricName(name: MetricName): string {
  return `${name === "ndcg" ? "NDCG" : "Recall"}@${CUT_OFF}`;
}
