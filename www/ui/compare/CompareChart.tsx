// Validation curves of all chosen systems over each other, or their numbers as a table.
import { signal } from "@preact/signals";
import { t } from "../../content";
import { choice } from "../../state/compareChoice";
import { validFloors } from "../../state/compareDefaults";
import { current } from "../../state/current";
import { LineChart } from "../../viz/LineChart";
import { count } from "../common/format";
import { metricLabel, referencesOf } from "../common/runs/metrics";
import { isTable } from "../common/tables";
import { CurveTable } from "./CurveTable";
import { chosenCurve, curveModel } from "./curveModel";

/** The epoch the read-out is at; null: the newest. */
const cursor = signal<number | null>(null);
const HEIGHT = 256;

export function CompareChart() {
  const words = t().compare;
  const title = words.chartTitle(metricLabel(chosenCurve.value));
  return (
    <figure class="train-chart compare-chart">
      <figcaption>
        <h3>{title}</h3>
        <p>{underTitle()}</p>
      </figcaption>
      {isTable("compare") ? <CurveTable /> : <Curves title={title} />}
    </figure>
  );
}

function underTitle(): string {
  const words = t().compare;
  if (curveModel.value.series.every(({ points }) => points.length === 0)) return words.chartEmpty;
  if ((choice.value?.seeds ?? 1) > 1) return words.chartSeeds;
  const sessions = referencesOf(validFloors.value)[0]?.metrics.sessions;
  return sessions ? words.chartOne(count(sessions)) : t().train.historyNote[current.history.value];
}

function Curves({ title }: { title: string }) {
  const model = curveModel.value;
  if (model.series.length === 0) return <p class="chart-empty">{t().compare.chartEmpty}</p>;
  return <LineChart label={t().train.chartLabel(title)} height={HEIGHT} model={model} cursor={cursor} />;
}
