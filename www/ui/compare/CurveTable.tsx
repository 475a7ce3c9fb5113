// The chart's numbers: an epoch a row, a run a column.
import { t } from "../../content";
import { withoutMarks } from "../../content/marks";
import { budget } from "../../state/compareChoice";
import { live } from "../../state/compareRun";
import { measured } from "../../state/measured";
import { SHARE, type FigureTable as Table } from "../../viz/figure";
import { FigureTable } from "../common/FigureTable";
import { count } from "../common/format";
import { fraction } from "../common/formatMore";
import { rows } from "../common/runs/compareRows";
import { sincePretraining } from "../common/runs/curves";
import { metricLabel } from "../common/runs/metrics";
import { chosenCurve, liveCurve } from "./curveModel";

export function curveTable(): Table {
  const chosen = chosenCurve.value;
  const columns = rows.value.flatMap((row) => {
    const own = liveCurve(row);
    const finished = row.records.map(({ config, evaluations }) => ({
      seed: config.training.seed,
      evaluations: sincePretraining(config, evaluations),
    }));
    const underWay = own ? [{ seed: live.peek()?.config.training.seed ?? 0, evaluations: own }] : [];
    return [...finished, ...underWay].map((one) => ({ ...one, name: row.system.name }));
  });
  const epochs = [...new Set(columns.flatMap(({ evaluations }) => evaluations.map((one) => one.epoch)))];
  const several = (budget.value?.seeds ?? 1) > 1;
  return {
    columns: [
      { label: withoutMarks(t().train.epoch), write: count },
      ...columns.map(({ name, seed }) => ({
        label: several ? `${name} ${seed}` : name,
        unit: SHARE,
        write: (value: number) => fraction(value),
      })),
    ],
    rows: epochs
      .sort((a, b) => a - b)
      .map((epoch) => [
        epoch,
        ...columns.map(({ evaluations }) => {
          const found = evaluations.find((one) => one.epoch === epoch);
          return found ? (measured(found.metrics[chosen.history], chosen.name, chosen.k)?.value ?? null) : null;
        }),
      ]),
  };
}

export function CurveTable() {
  const words = t().compare;
  const table = curveTable();
  if (table.rows.length === 0) return <p class="chart-empty">{words.chartEmpty}</p>;
  return <FigureTable caption={words.curveTable(metricLabel(chosenCurve.value))} table={table} />;
}
