// The curves of the run. One read-out for all of them: they share the x axis, so they share the epoch looked at.
import { signal } from "@preact/signals";
import { t } from "../../content";
import { withoutMarks } from "../../content/marks";
import type { Stage } from "../../engine.ts";
import { current } from "../../state/current";
import { pretrainingEpochs, totalEpochs } from "../../state/epochs";
import { form } from "../../state/form";
import { floors as allFloors, catalogue } from "../../state/opened";
import { extraWeight, lambdas, type MetricName, measured, type Run } from "../../state/runs";
import { run, runFloors, runName } from "../../state/training";
import type { FigureTable as FigureTableData, Setting } from "../../viz/figure";
import { LineChart } from "../../viz/LineChart";
import { chartSource, chartTable, figureText } from "../common/chartFigure";
import { Figure } from "../common/Figure";
import { FigureTable } from "../common/FigureTable";
import { dataFact, seedFact } from "../common/figureFacts";
import { count, decimal, fraction } from "../common/format";
import { plain } from "../common/plain";
import { Segmented } from "../common/Segmented";
import { attributeName } from "../common/sourceName";
import { attributeSources } from "../common/sources";
import { isTable, showTable } from "../common/tables";
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
  const formula = lossFormula(now, stage, drawn.series, thinned);
  const text = figureText(words.lossTitle, formula, runFacts(now));
  const isEmpty = drawn.series.every((one) => one.points.length === 0);
  const model = {
    series: drawn.series,
    references: [],
    turns: stageTurns(now, words.stageTurn),
    xMax: epochs(now),
    xName: words.epochAxis,
    format: (value: number) => decimal(value),
    formatX: formatEpoch,
    write: decimal,
  };
  const table = () => chartTable(model, "±");
  return (
    <Figure
      name="loss"
      class="train-chart"
      head={
        <div class="chart-head">
          <div>
            <h3>{words.lossTitle}</h3>
            <p>{formula}</p>
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
      }
      asTable={isTable("loss")}
      onTable={(on) => showTable("loss", on)}
      caption={text.caption}
      source={isEmpty ? null : () => chartSource({ ...text, model, cursor: cursor.peek(), table })()}
      table={() => <FigureTable caption={text.title} table={table()} />}
    >
      {isEmpty ? (
        <p class="chart-empty">{now && hasStages && now.step > 0 ? words.stageWaiting : words.chartEmpty}</p>
      ) : (
        <LineChart label={words.chartLabel(words.lossTitle)} height={HEIGHT} model={model} cursor={cursor} />
      )}
      {hasStages && stage === "pretraining" && <p class="note">{words.lossTermsNote}</p>}
    </Figure>
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
  const sub = sessions ? words.metricSub(count(sessions)) : waitingForMetrics(now);
  const text = figureText(title, sub, runFacts(now));
  const model = {
    series,
    references: lines,
    turns: stageTurns(now, words.stageTurn),
    xMax: epochs(now),
    xName: words.epochAxis,
    format: (value: number) => fraction(value),
    formatX: formatEpoch,
    write: decimal,
  };
  const table = () => metricTable(now, name);
  const caption = words.tableCaption(words.historyOptions[current.history.value]);
  return (
    <Figure
      name={name}
      class="train-chart"
      head={
        <>
          <h3>{title}</h3>
          <p>{sub}</p>
        </>
      }
      asTable={isTable(name)}
      onTable={(on) => showTable(name, on)}
      caption={text.caption}
      source={lines.length > 0 ? () => chartSource({ ...text, model, cursor: cursor.peek(), table })() : null}
      table={() =>
        now && now.evaluations.length > 0 ? (
          <FigureTable caption={caption} table={table()} />
        ) : (
          <p class="note">{waitingForMetrics(now)}</p>
        )
      }
    >
      {lines.length > 0 ? (
        <LineChart label={words.chartLabel(title)} height={HEIGHT} model={model} cursor={cursor} />
      ) : (
        <p class="chart-empty">{words.chartEmpty}</p>
      )}
    </Figure>
  );
}

/** What the curves are of. */
function runFacts(now: Run | null): Setting[] {
  const name = runName.value;
  return [
    ...(name ? [{ name: t().figure.facts.model, value: name, said: name }] : []),
    dataFact(),
    ...(now ? [seedFact(now.config.training.seed)] : []),
  ];
}

/** A metric at every cut-off by epoch, with its errors; the reciprocal rank stands beside the ranks it is closest to. */
function metricTable(now: Run | null, name: MetricName): FigureTableData {
  const words = t().train;
  const evaluations = now?.evaluations ?? [];
  const from = current.history.value;
  const cutOffs = evaluations[0]?.metrics[from].k ?? [];
  const write = (value: number) => fraction(value);
  const label = name === "ndcg" ? "NDCG" : "Recall";
  return {
    columns: [
      { label: withoutMarks(words.epoch), write: formatEpoch },
      ...cutOffs.flatMap((k) => [
        { label: `${label}@${k}`, write },
        { label: words.error(`@${k}`), write },
      ]),
      { label: "MRR", write },
    ],
    rows: evaluations.map(({ epoch, metrics }) => [
      epoch,
      ...cutOffs.flatMap((k) => {
        const at = measured(metrics[from], name, k);
        return [at?.value ?? null, at?.error ?? null];
      }),
      metrics[from].mrr,
    ]),
  };
}

function waitingForMetrics(now: Run | null): string {
  const words = t().train;
  return now && pretrainingEpochs(now.config) > 0 ? words.metricSubPretraining : words.metricSubNone;
}

export function metricName(name: MetricName): string {
  return `${name === "ndcg" ? "NDCG" : "Recall"}@${CUT_OFF}`;
}
