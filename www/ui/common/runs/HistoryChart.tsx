// Validation curves of a few earlier runs over each other.
import { signal } from "@preact/signals";
import { t } from "../../../content";
import { validFloors } from "../../../state/compareFloors";
import { current } from "../../../state/current";
import { floors } from "../../../state/opened";
import { figureText, SHARE } from "../../../viz/figure";
import { LineChart } from "../../../viz/LineChart";
import { chartSource, chartTable } from "../chartFigure";
import { Figure } from "../Figure";
import { FigureTable } from "../FigureTable";
import { dataFact, fact, measuredFact, modelsFact, seedFacts } from "../figureFacts";
import { count, decimal } from "../format";
import { fraction, isoDate } from "../formatMore";
import { sincePretraining, systemSeries } from "./curves";
import type { DrawnRun } from "./listed";
import { JUDGED, metricLabel, onTestOf, referencesOf } from "./metrics";

const cursor = signal<number | null>(null);
const HEIGHT = 220;

export function HistoryChart({ runs }: { runs: readonly DrawnRun[] }) {
  const words = t().compare;
  if (runs.length === 0) return null;
  const chosen = { ...JUDGED, history: current.history.value };
  const series = runs.flatMap(({ record, look }) => {
    const name = words.runs.name(count(record.number), record.name);
    const finished = [sincePretraining(record.config, record.evaluations)];
    return systemSeries({ id: record.id, name, look, finished, live: null }, 1, chosen);
  });
  const references = referencesOf(validFloors.value ?? floors.value?.valid).flatMap(({ id, metrics }) => {
    const value = onTestOf(metrics, JUDGED)?.value;
    const kind = id === "ceiling" ? ("ceiling" as const) : ("floor" as const);
    return value !== undefined ? [{ id, label: words.references[id], value, kind }] : [];
  });
  const names = runs.map(({ record }) => words.runs.name(count(record.number), record.name));
  const title = words.chartTitle(metricLabel(JUDGED));
  const text = figureText(title, words.runs.curveNote, [
    ...modelsFact(names),
    dataFact(),
    ...seedFacts(runs.map(({ record }) => record.config.training.seed)),
    fact("candidates", t().figure.said.candidates[chosen.history]),
    measuredFact([...new Set(runs.map(({ record }) => isoDate(record.ended)))].join(", ")),
  ]);
  const model = {
    series,
    references,
    turns: [],
    xMax: Math.max(1, ...series.map(({ points }) => points.at(-1)?.x ?? 1)),
    xName: t().train.epochAxis,
    format: (value: number) => fraction(value),
    formatX: (x: number) => decimal(x, 0),
    write: decimal,
  };
  const table = () => chartTable(model, { unit: SHARE });
  return (
    <Figure
      name="runs"
      class="train-chart"
      head={
        <>
          <h3>{title}</h3>
          <p>{words.runs.curveNote}</p>
        </>
      }
      caption={text.caption}
      source={() => chartSource({ ...text, model, cursor: cursor.peek(), height: HEIGHT, table })}
      table={() => <FigureTable caption={title} table={table()} />}
    >
      <LineChart label={t().train.chartLabel(title)} height={HEIGHT} model={model} cursor={cursor} />
    </Figure>
  );
}
