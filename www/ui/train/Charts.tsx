// The curves of the run. One read-out for all of them: they share the x axis, so they share the epoch looked at.
import { signal } from "@preact/signals";
import { t } from "../../content";
import { type History, type MetricName, type Run, totalEpochs } from "../../state/runs";
import { floors as allFloors, catalogue } from "../../state/store";
import { form, run, runFloors, runName } from "../../state/training";
import { LineChart } from "../../viz/LineChart";
import { count, decimal, fraction } from "../common/format";
import { attributeName } from "../common/sourceName";
import { attributeSources } from "../common/sources";
import { lossSeries, metricReferences, metricSeries, type ReferenceMetrics } from "./series";

/** The epoch the read-out is at; null: the newest. */
const cursor = signal<number | null>(null);
export const history = signal<History>("kept");
export const CUT_OFF = 10;

const HEIGHT = 236;

const moveCursor = (x: number | null) => {
  cursor.value = x;
};

function formatEpoch(x: number): string {
  return decimal(x, Number.isInteger(x) ? 0 : 1);
}

function epochs(now: Run | null): number {
  const config = now?.config ?? form.value;
  return config ? totalEpochs(config) : 1;
}

export function LossChart() {
  const words = t().train;
  const now = run.value;
  const views = attributeSources(catalogue.value?.attributes ?? []);
  const names = {
    total: words.lossTotal,
    item: words.lossItem,
    extra: words.lossExtra,
    attributes: views.map((view) => ({ name: attributeName(view.name).toLowerCase(), colour: view.colour })),
  };
  const drawn = now ? lossSeries(now, names) : { series: [], every: 1 };
  const thinned = drawn.every > 1 ? words.thinned(count(drawn.every)) : "";
  const single = drawn.series.length === 1;
  const extra = now && Object.keys(now.loss.extra).length > 0;
  return (
    <figure class="train-chart">
      <figcaption>
        <h3>{words.lossTitle}</h3>
        <p>{single ? words.lossSubPlain(thinned) : extra ? words.lossSubExtra(thinned) : words.lossSub(thinned)}</p>
      </figcaption>
      {drawn.series.some((one) => one.points.length > 0) ? (
        <LineChart
          label={words.chartLabel(words.lossTitle)}
          height={HEIGHT}
          xMax={epochs(now)}
          xName={words.epochAxis}
          series={drawn.series}
          cursor={cursor.value}
          onCursor={moveCursor}
          format={(value) => decimal(value)}
          formatX={formatEpoch}
          tick={(value) => decimal(value, Number.isInteger(value) ? 0 : 1)}
        />
      ) : (
        <p class="chart-empty">{words.chartEmpty}</p>
      )}
    </figure>
  );
}

/** Ceiling and floors on the sessions the run is measured on; before a run, on all validation sessions. */
export function references(): ReferenceMetrics[] {
  const words = t().train;
  const floors = runFloors.value ?? allFloors.value?.valid;
  if (!floors) return [];
  const from = history.value;
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
  const series = now ? [metricSeries(now, name, CUT_OFF, history.value, runName.value ?? words.thisRun)] : [];
  const sessions = now?.evaluations.at(-1)?.metrics.sessions;
  const lines = metricReferences(references(), name, CUT_OFF);
  return (
    <figure class="train-chart">
      <figcaption>
        <h3>{title}</h3>
        <p>{sessions ? words.metricSub(count(sessions)) : words.metricSubNone}</p>
      </figcaption>
      {lines.length > 0 ? (
        <LineChart
          label={words.chartLabel(title)}
          height={HEIGHT}
          xMax={epochs(now)}
          xName={words.epochAxis}
          series={series}
          references={lines}
          cursor={cursor.value}
          onCursor={moveCursor}
          format={(value) => fraction(value)}
          formatX={formatEpoch}
          tick={(value) => decimal(value, value < 0.1 && value > 0 ? 2 : 1)}
        />
      ) : (
        <p class="chart-empty">{words.chartEmpty}</p>
      )}
    </figure>
  );
}

export function metricName(name: MetricName): string {
  return `${name === "ndcg" ? "NDCG" : "Recall"}@${CUT_OFF}`;
}
