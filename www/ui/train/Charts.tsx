// The curves of the run. One read-out for all of them: they share the x axis, so they share the epoch looked at.
import { computed, signal } from "@preact/signals";
import { useMemo } from "preact/hooks";
import { t } from "../../content";
import type { RunConfig, Stage } from "../../engine.ts";
import { current } from "../../state/current";
import { pretrainingEpochs, totalEpochs } from "../../state/epochs";
import { form } from "../../state/form";
import { catalogue } from "../../state/opened";
import { type Evaluation, extraWeight, lambdas, type MetricName, type Run } from "../../state/runs";
import { run, runName } from "../../state/training";
import { LineChart } from "../../viz/LineChart";
import { count, decimal, fraction } from "../common/format";
import { plain } from "../common/plain";
import { metricLabel } from "../common/runs/metrics";
import { trainReferences } from "../common/runs/trainVerdict";
import { Segmented } from "../common/Segmented";
import { attributeName } from "../common/sourceName";
import { attributeSources } from "../common/sources";
import { lossSeries, metricReferences, metricSeries, stageTurns } from "./series";

/** The epoch the read-out is at; null: the newest. */
const cursor = signal<number | null>(null);
const CUT_OFF = 10;
/** The stage whose losses the visitor wants to see; null: the one the run is in. */
const wantedStage = signal<Stage | null>(null);

/** Of both first charts, so that they are in view together on a low window. */
const HEIGHT = 236;

const NONE: readonly Evaluation[] = [];
/** What the metrics are drawn from; the steps in between change none of it. */
const evaluations = computed(() => run.value?.evaluations ?? NONE);
const config = computed(() => run.value?.config ?? null);
const references = computed(trainReferences);

function formatEpoch(x: number): string {
  return decimal(x, Number.isInteger(x) ? 0 : 1);
}

function epochs(of: RunConfig | null): number {
  const known = of ?? form.value;
  return known ? totalEpochs(known) : 1;
}

function weighted(weight: number, name: string): string {
  return weight === 1 ? name : `${plain(weight)} × ${name}`;
}

/** The total in the terms that are drawn, as a sum in words. */
function lossFormula(now: Run | null, stage: Stage, drawn: readonly { id: string }[], thinned: string): string {
  const words = t().train;
  const of = now?.config ?? form.value;
  if (!of) return words.lossSubPlain(thinned);
  const terms = drawn.map(({ id }) => id).filter((id) => id in words.lossTerms);
  if (stage === "pretraining") {
    const sum = terms.map((id) => weighted(extraWeight(of, id), words.lossTerms[id] ?? id)).join(" + ");
    return sum === "" ? words.lossSubPlain(thinned) : words.lossSubPretraining(sum, thinned);
  }
  const attributes = now?.attributes ?? catalogue.value?.attributes.map(({ name }) => name) ?? [];
  if (lambdas({ config: of, attributes }).length > 0) return words.lossSub(thinned);
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
            turns: stageTurns(now?.config ?? null, words.stageTurn),
            xMax: epochs(now?.config ?? null),
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

export function MetricChart({ name }: { name: MetricName }) {
  const words = t().train;
  const metric = { name, k: CUT_OFF };
  const title = words.metricTitle(metricLabel(metric));
  const [done, of, from] = [evaluations.value, config.value, current.history.value];
  const label = runName.value ?? words.thisRun;
  const labels = t().compare.references;
  const lines = useMemo(
    () => metricReferences(references.value, { name, k: CUT_OFF }, from, labels),
    [references.value, name, from, labels],
  );
  const xMax = epochs(of);
  const model = useMemo(
    () => ({
      series: of ? [metricSeries(done, { name, k: CUT_OFF }, from, label)] : [],
      references: lines,
      turns: stageTurns(of, words.stageTurn),
      xMax,
      xName: words.epochAxis,
      format: (value: number) => fraction(value),
      formatX: formatEpoch,
      write: decimal,
    }),
    [done, of, name, from, label, lines, xMax, words],
  );
  const sessions = done.at(-1)?.metrics.sessions;
  return (
    <figure class="train-chart">
      <figcaption>
        <h3>{title}</h3>
        <p>{sessions ? words.metricSub(count(sessions)) : waitingForMetrics(of)}</p>
      </figcaption>
      {lines.length > 0 ? (
        <LineChart label={words.chartLabel(title)} height={HEIGHT} model={model} cursor={cursor} />
      ) : (
        <p class="chart-empty">{words.chartEmpty}</p>
      )}
    </figure>
  );
}

function waitingForMetrics(of: RunConfig | null): string {
  const words = t().train;
  return of && pretrainingEpochs(of) > 0 ? words.metricSubPretraining : words.metricSubNone;
}
