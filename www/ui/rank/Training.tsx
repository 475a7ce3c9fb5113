// Effective rank while a model learns, beside its loss: two plots of one x axis, each with an axis of its own.
import { signal } from "@preact/signals";
import { t } from "../../content";
import { current } from "../../state/current";
import type { ChartModel } from "../../viz/chartModel";
import { type Fact, figureText, NATS } from "../../viz/figure";
import { LineChart } from "../../viz/LineChart";
import { LINE_LOOKS } from "../../viz/lineLooks";
import { Button } from "../common/Button";
import { chartSource, chartTable } from "../common/chartFigure";
import { Figure } from "../common/Figure";
import { FigureTable } from "../common/FigureTable";
import { inWords } from "../common/failures";
import { dataFact, headFact, layerFact, modelsFact, seedFacts } from "../common/figureFacts";
import { count, decimal } from "../common/format";
import { Nothing } from "../common/Nothing";
import { canGoTo, goTo } from "../common/navigation";
import { clicks } from "./clicks";
import { countedHead } from "./head";
import { counting, progress, type RankSeries, series } from "./series";
import { extent } from "./shown";

const HEIGHT = 200;
/** One read-out for both plots. */
const cursor = signal<number | null>(null);

export function Training() {
  const words = t().rank.training;
  const all = series.value;
  const isTrained = current.weights.value === "trained";
  const { done, all: wanted } = progress.value;
  return (
    <section class="rank-training">
      <h3>{words.title}</h3>
      {all.length === 0 ? (
        <Nothing text={isTrained ? words.text : words.trainedOnly}>
          {isTrained && canGoTo("train") && <Button onClick={() => goTo("train")}>{words.go}</Button>}
        </Nothing>
      ) : (
        <>
          <div class="rank-charts">
            <RankChart all={all} />
            <LossChart all={all} />
          </div>
          <p class="rank-text">{done < wanted ? words.counting(count(done), count(wanted)) : readingOf(all)}</p>
        </>
      )}
      {counting.failure.value && <p class="note">{t().rank.failed(inWords(counting.failure.value))}</p>}
    </section>
  );
}

function nameOf({ name, id }: RankSeries): string {
  const words = t().rank.training;
  return name === "" ? words.run(count(id)) : words.named(name, count(id));
}

/** Where each line began and where it is, in numbers. */
function readingOf(all: readonly RankSeries[]): string {
  const words = t().rank.training;
  return all
    .flatMap((one) => {
      const [from, to] = [one.points[0], one.points.at(-1)];
      if (!from || !to || from === to) return [];
      return [words.reading(nameOf(one), decimal(from.effective, 1), decimal(to.effective, 1))];
    })
    .join(" ");
}

function chartOf(
  all: readonly RankSeries[],
  points: (one: RankSeries) => readonly { readonly x: number; readonly y: number }[],
  digits: number,
): ChartModel {
  return {
    series: all.map((one, index) => ({
      id: String(one.id),
      label: nameOf(one),
      colour: "ink" as const,
      look: LINE_LOOKS[index % LINE_LOOKS.length] ?? { dash: null, mark: "hexagon" as const },
      dotted: true,
      points: points(one),
    })),
    references: [],
    turns: [],
    xMax: Math.max(1, ...all.map(({ epochs }) => epochs)),
    xName: t().rank.training.epoch,
    format: (value) => decimal(value, digits),
    formatX: (x) => decimal(x, Number.isInteger(x) ? 0 : 1),
    write: decimal,
  };
}

function RankChart({ all }: { all: readonly RankSeries[] }) {
  const words = t().rank.training;
  const [layer, head] = [
    Math.min(current.layer.value + 1, Math.max(1, extent.value.layers)),
    Math.min(countedHead.value + 1, Math.max(1, extent.value.heads)),
  ];
  const sub = words.sub(count(layer), count(head), count(clicks.value?.length ?? 0));
  const model = chartOf(all, ({ points }) => points.map(({ epoch, effective }) => ({ x: epoch, y: effective })), 1);
  return (
    <Chart
      name="effective"
      title={words.rank}
      sub={sub}
      model={model}
      facts={[layerFact(count(layer)), headFact(head - 1)]}
    />
  );
}

function LossChart({ all }: { all: readonly RankSeries[] }) {
  const words = t().rank.training;
  const model = chartOf(all, ({ losses }) => losses.map(({ epoch, loss }) => ({ x: epoch, y: loss })), 2);
  return <Chart name="rank-loss" title={words.loss} sub={words.lossSub} model={model} unit={NATS} />;
}

interface ChartProps {
  readonly name: "effective" | "rank-loss";
  readonly title: string;
  readonly sub: string;
  readonly model: ChartModel;
  readonly unit?: string;
  /** What was chosen beside the runs. */
  readonly facts?: readonly Fact[];
}

function Chart({ name, title, sub, model, unit, facts = [] }: ChartProps) {
  const all = series.value;
  const text = figureText(title, sub, [
    ...modelsFact(all.map(nameOf)),
    ...seedFacts(all.map(({ seed }) => seed)),
    ...facts,
    dataFact(),
  ]);
  const table = () => chartTable(model, { unit });
  return (
    <Figure
      name={name}
      head={
        <>
          <h4>{title}</h4>
          <p>{sub}</p>
        </>
      }
      caption={text.caption}
      source={() => chartSource({ ...text, model, cursor: cursor.peek(), height: HEIGHT, table })}
      table={() => <FigureTable caption={text.title} table={table()} />}
    >
      <LineChart label={t().rank.training.chart(title)} height={HEIGHT} model={model} cursor={cursor} />
    </Figure>
  );
}
