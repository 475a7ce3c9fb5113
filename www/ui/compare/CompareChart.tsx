// Validation curves of all chosen systems over each other, with the ceiling and the floors.
import { signal } from "@preact/signals";
import { t } from "../../content";
import { withoutMarks } from "../../content/marks";
import { choice } from "../../state/compareChoice";
import { validFloors } from "../../state/compareDefaults";
import { current, set } from "../../state/current";
import type { Curve, History } from "../../state/fields";
import { measured } from "../../state/runs";
import { LineChart } from "../../viz/LineChart";
import { DataTable } from "../common/DataTable";
import { count, decimal, fraction } from "../common/format";
import { type Chosen, sincePretraining, systemSeries } from "../common/runs/curves";
import { CURVES, metricLabel, referencesOf } from "../common/runs/metrics";
import { Segmented } from "../common/Segmented";
import { isTable } from "../common/tables";
import { type Row, rows } from "./view";

/** The epoch the read-out is at; null: the newest. */
const cursor = signal<number | null>(null);
const HEIGHT = 300;

export function CompareChart() {
  const words = t().compare;
  const chosen = { ...CURVES[current.curve.value], history: current.history.value };
  return (
    <figure class="train-chart compare-chart">
      <figcaption>
        <h3>{words.chartTitle(metricLabel(chosen))}</h3>
        <p>{underTitle(chosen.history)}</p>
      </figcaption>
      <div class="compare-chart-tools">
        <Segmented<Curve>
          label={words.metric}
          options={(["ndcg10", "recall20"] as const).map((value) => ({ value, label: metricLabel(CURVES[value]) }))}
          value={current.curve.value}
          onChange={(curve) => set({ curve })}
        />
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
      {isTable("compare") ? <CurveTable chosen={chosen} /> : <Curves chosen={chosen} />}
    </figure>
  );
}

function underTitle(from: History): string {
  const words = t().compare;
  if ((choice.value?.seeds ?? 1) > 1) return words.chartSeeds;
  const sessions = referencesOf(validFloors.value)[0]?.metrics.sessions;
  return sessions ? words.chartOne(count(sessions)) : t().train.historyNote[from];
}

/** The runs of a row as curves. */
function curvesOf({ system, look, records, live }: Row) {
  return {
    id: system.id,
    name: system.name,
    look,
    finished: records.map(({ config, evaluations }) => sincePretraining(config, evaluations)),
    live: live ? sincePretraining(live.config, live.evaluations) : null,
  };
}

function Curves({ chosen }: { chosen: Chosen }) {
  const words = t().compare;
  const seeds = choice.value?.seeds ?? 1;
  const series = rows.value.flatMap((row) => systemSeries(curvesOf(row), seeds, chosen));
  const references = referencesOf(validFloors.value).flatMap(({ id, metrics }) => {
    const at = measured(metrics[chosen.history], chosen.name, chosen.k);
    const kind = id === "ceiling" ? ("ceiling" as const) : ("floor" as const);
    return at ? [{ id, label: words.references[id], value: at.value, kind }] : [];
  });
  if (series.length === 0 && references.length === 0) return <p class="chart-empty">{words.chartEmpty}</p>;
  return (
    <LineChart
      label={t().train.chartLabel(words.chartTitle(metricLabel(chosen)))}
      height={HEIGHT}
      model={{
        series,
        references,
        turns: [],
        xMax: choice.value?.epochs ?? 1,
        xName: t().train.epochAxis,
        format: (value) => fraction(value),
        formatX: (x) => decimal(x, 0),
        write: decimal,
      }}
      cursor={cursor}
    />
  );
}

/** The chart's numbers: an epoch a row, a run a column. */
function CurveTable({ chosen }: { chosen: Chosen }) {
  const words = t().compare;
  const columns = rows.value.flatMap((row) =>
    [...row.records, ...(row.live ? [row.live] : [])].map(({ config, evaluations }) => ({
      row,
      seed: config.training.seed,
      evaluations: sincePretraining(config, evaluations),
    })),
  );
  const epochs = [...new Set(columns.flatMap(({ evaluations }) => evaluations.map((one) => one.epoch)))];
  if (epochs.length === 0) return <p class="chart-empty">{words.chartEmpty}</p>;
  const several = (choice.value?.seeds ?? 1) > 1;
  return (
    <DataTable
      caption={words.curveTable(metricLabel(chosen))}
      columns={[
        { label: withoutMarks(t().train.epoch), numeric: true },
        ...columns.map(({ row, seed }) => ({
          label: several ? `${row.system.name} ${seed}` : row.system.name,
          numeric: true,
        })),
      ]}
      rows={epochs
        .sort((a, b) => a - b)
        .map((epoch) => [
          count(epoch),
          ...columns.map(({ evaluations }) => {
            const found = evaluations.find((one) => one.epoch === epoch);
            const at = found ? measured(found.metrics[chosen.history], chosen.name, chosen.k) : null;
            return at ? fraction(at.value) : "–";
          }),
        ])}
    />
  );
}
