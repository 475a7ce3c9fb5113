// One metric of a run on validation, epoch by epoch, between the best possible and the floors.
import { computed } from "@preact/signals";
import { useMemo } from "preact/hooks";
import { t } from "../../content";
import { marked, withoutMarks } from "../../content/marks";
import type { RunConfig } from "../../engine.ts";
import { current } from "../../state/current";
import { pretrainingEpochs } from "../../state/epochs";
import type { Clicked } from "../../state/fields";
import { formSystem } from "../../state/form";
import { type MetricName, measured } from "../../state/measured";
import type { Evaluation } from "../../state/runs";
import { runName } from "../../state/training";
import { type FigureTable as FigureTableData, figureText, SHARE } from "../../viz/figure";
import { LineChart } from "../../viz/LineChart";
import { chartSource, withReferences } from "../common/chartFigure";
import { Figure } from "../common/Figure";
import { FigureTable } from "../common/FigureTable";
import { fact } from "../common/figureFacts";
import { count, decimal } from "../common/format";
import { fraction } from "../common/formatMore";
import { Marked } from "../common/Marked";
import { metricLabel } from "../common/runs/metrics";
import { trainReferences } from "../common/runs/trainVerdict";
import { cursor, epochsOf, evaluations, formatEpoch, HEIGHT, runConfig, runFacts } from "./charts";
import { metricReferences, metricSeries, stageTurns } from "./series";

const CUT_OFF = 10;
const references = computed(trainReferences);

export function MetricChart({ name }: { name: MetricName }) {
  const words = t().train;
  const metric = useMemo(() => ({ name, k: CUT_OFF }), [name]);
  const title = words.metricTitle(metricLabel(metric));
  const [done, config, from] = [evaluations.value, runConfig.value, current.history.value];
  // The line has its place before it has points: a run that begins moves nothing.
  const label = runName.value ?? formSystem.value?.name ?? words.thisRun;
  const labels = t().compare.references;
  const lines = useMemo(
    () => metricReferences(references.value, metric, from, labels),
    [references.value, metric, from, labels],
  );
  const xMax = epochsOf(config);
  const model = useMemo(
    () => ({
      series: [metricSeries(done, metric, from, label)],
      references: lines,
      turns: stageTurns(config, words.stageTurn),
      xMax,
      xName: words.epochAxis,
      format: (value: number) => fraction(value),
      formatX: formatEpoch,
      write: decimal,
    }),
    [done, config, metric, from, label, lines, xMax, words],
  );
  const sessions = done.at(-1)?.metrics.sessions;
  const sub = sessions ? words.metricSub(count(sessions)) : waitingForMetrics(config);
  const candidates = fact("candidates", t().figure.said.candidates[from]);
  const text = figureText(title, sub, [...runFacts(config), candidates]);
  const table = () => metricTable(done, name, from);
  return (
    <Figure
      name={name}
      class="train-chart"
      head={
        <>
          <h3>
            <Marked text={words.metricTitle(marked(name, metricLabel(metric)))} />
          </h3>
          <p>{sub}</p>
        </>
      }
      caption={text.caption}
      source={
        lines.length > 0
          ? () =>
              chartSource({
                ...text,
                model,
                cursor: cursor.peek(),
                height: HEIGHT,
                table: () => withReferences(table(), model, SHARE),
              })
          : null
      }
      table={() =>
        done.length > 0 ? (
          <FigureTable caption={words.tableCaption(words.historyOptions[from])} table={table()} />
        ) : (
          <p class="note">{waitingForMetrics(config)}</p>
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

/** A metric at every cut-off by epoch, with its errors; the reciprocal rank stands beside the ranks it is closest to. */
function metricTable(done: readonly Evaluation[], name: MetricName, from: Clicked): FigureTableData {
  const words = t().train;
  const cutOffs = done[0]?.metrics[from].k ?? [];
  const value = { unit: SHARE, write: (one: number) => fraction(one) };
  return {
    columns: [
      { label: withoutMarks(words.epoch), write: formatEpoch },
      ...cutOffs.flatMap((k) => [
        { label: metricLabel({ name, k }), ...value },
        { label: words.error(`@${k}`), ...value },
      ]),
      { label: "MRR", ...value },
    ],
    rows: done.map(({ epoch, metrics }) => [
      epoch,
      ...cutOffs.flatMap((k) => {
        const at = measured(metrics[from], name, k);
        return [at?.value ?? null, at?.error ?? null];
      }),
      metrics[from].mrr,
    ]),
  };
}

function waitingForMetrics(config: RunConfig | null): string {
  const words = t().train;
  return config && pretrainingEpochs(config) > 0 ? words.metricSubPretraining : words.metricSubNone;
}
