// The validation curves of all chosen systems, with the ceiling and the floors, as the chart takes them.
import { computed } from "@preact/signals";
import { t } from "../../content";
import { budget } from "../../state/compareChoice";
import { validFloors } from "../../state/compareFloors";
import { current } from "../../state/current";
import { measured } from "../../state/measured";
import type { ChartModel } from "../../viz/chartModel";
import { decimal } from "../common/format";
import { fraction } from "../common/formatMore";
import { liveEvaluations, type Row, rows } from "../common/runs/compareRows";
import { type Chosen, type Curve, sincePretraining, systemSeries } from "../common/runs/curves";
import { CURVES, referencesOf } from "../common/runs/metrics";

/** The metric of the curves, as the visitor chose it. */
export const chosenCurve = computed<Chosen>(() => ({
  ...CURVES[current.curve.value],
  history: current.history.value,
}));

/** The run under way as far as it is; null for every other system. */
export function liveCurve({ isUnderWay, config }: Row): Curve | null {
  return isUnderWay && config ? sincePretraining(config, liveEvaluations.value) : null;
}

/** The same object from one evaluation to the next. Every system has its line, though it may have no point yet: names keep their places. */
export const curveModel = computed<ChartModel>(() => {
  const words = t().compare;
  const chosen = chosenCurve.value;
  const seeds = budget.value?.seeds ?? 1;
  return {
    series: rows.value.flatMap((row) => {
      const finished = row.records.map(({ config, evaluations }) => sincePretraining(config, evaluations));
      const { system, look } = row;
      return systemSeries({ id: system.id, name: system.name, look, finished, live: liveCurve(row) }, seeds, chosen);
    }),
    references: referencesOf(validFloors.value).flatMap(({ id, metrics }) => {
      const at = measured(metrics[chosen.history], chosen.name, chosen.k);
      const kind = id === "ceiling" ? ("ceiling" as const) : ("floor" as const);
      return at ? [{ id, label: words.references[id], value: at.value, kind }] : [];
    }),
    turns: [],
    xMax: budget.value?.epochs ?? 1,
    xName: t().train.epochAxis,
    format: (value) => fraction(value),
    formatX: (x) => decimal(x, 0),
    write: decimal,
  };
});
