// Validation curves of all chosen systems over each other, or their numbers as a table.
import { signal } from "@preact/signals";
import { t } from "../../content";
import { marked } from "../../content/marks";
import { blocked } from "../../state/compare";
import { budget } from "../../state/compareChoice";
import { validFloors } from "../../state/compareFloors";
import { current } from "../../state/current";
import { figureText, SHARE } from "../../viz/figure";
import { LineChart } from "../../viz/LineChart";
import { chartSource, withReferences } from "../common/chartFigure";
import { Figure } from "../common/Figure";
import { count } from "../common/format";
import { Marked } from "../common/Marked";
import { compareStateInWords } from "../common/runs/compareState";
import { metricLabel, referencesOf } from "../common/runs/metrics";
import { CurveTable, curveTable } from "./CurveTable";
import { compareFacts } from "./compareFacts";
import { chosenCurve, curveModel } from "./curveModel";

/** The epoch the read-out is at; null: the newest. */
const cursor = signal<number | null>(null);
const HEIGHT = 256;

export function CompareChart() {
  const words = t().compare;
  const curve = chosenCurve.value;
  const title = words.chartTitle(metricLabel(curve));
  const sub = underTitle();
  const text = figureText(title, sub, compareFacts());
  const model = curveModel.value;
  return (
    <Figure
      name="compare"
      class="train-chart compare-chart"
      head={
        <>
          <h3>
            <Marked text={words.chartTitle(marked(curve.name, metricLabel(curve)))} />
          </h3>
          <p>{sub}</p>
        </>
      }
      caption={text.caption}
      source={
        model.series.length > 0
          ? () =>
              chartSource({
                ...text,
                model,
                cursor: cursor.peek(),
                height: HEIGHT,
                table: () => withReferences(curveTable(), model, SHARE),
              })
          : null
      }
      table={() => <CurveTable />}
    >
      <Curves title={title} />
    </Figure>
  );
}

function underTitle(): string {
  const words = t().compare;
  if (curveModel.value.series.every(({ points }) => points.length === 0)) return whyEmpty();
  if ((budget.value?.seeds ?? 1) > 1) return words.chartSeeds;
  const sessions = referencesOf(validFloors.value)[0]?.metrics.sessions;
  return sessions ? words.chartOne(count(sessions)) : t().train.historyNote[current.history.value];
}

function whyEmpty(): string {
  // A lecture's wall has no button.
  return blocked.value || current.lecture.value !== null ? compareStateInWords() : t().compare.chartEmpty;
}

function Curves({ title }: { title: string }) {
  const model = curveModel.value;
  if (model.series.length === 0) return <p class="chart-empty">{whyEmpty()}</p>;
  return <LineChart label={t().train.chartLabel(title)} height={HEIGHT} model={model} cursor={cursor} />;
}
