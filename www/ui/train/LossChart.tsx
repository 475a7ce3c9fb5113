// The losses of a run by step, with what their sum is.
import { signal } from "@preact/signals";
import { t } from "../../content";
import type { Stage } from "../../engine.ts";
import { current } from "../../state/current";
import { pretrainingEpochs } from "../../state/epochs";
import { form } from "../../state/form";
import { catalogue } from "../../state/opened";
import { extraWeight, lambdas, type Run } from "../../state/runs";
import { run } from "../../state/training";
import { figureText, NATS } from "../../viz/figure";
import { LineChart } from "../../viz/LineChart";
import { chartSource, chartTable } from "../common/chartFigure";
import { Figure } from "../common/Figure";
import { FigureTable } from "../common/FigureTable";
import { count, decimal } from "../common/format";
import { Segmented } from "../common/Segmented";
import { attributeName } from "../common/sourceName";
import { attributeSources } from "../common/sources";
import { Term } from "../common/Term";
import { cursor, epochsOf, formatEpoch, HEIGHT, runFacts } from "./charts";
import { LossView } from "./LossView";
import { linesInView } from "./lossView";
import { lossSeries, stageTurns, weighted } from "./series";

/** The stage whose losses the visitor wants to see; null: the one the run is in. */
const wantedStage = signal<Stage | null>(null);

/** The total in the terms that are drawn, as a sum in words. */
function lossFormula(now: Run | null, stage: Stage, drawn: readonly { id: string }[], thinned: string): string {
  const words = t().train;
  const config = now?.config ?? form.value;
  if (!config) return words.lossSubPlain(thinned);
  const terms = drawn.map(({ id }) => id).filter((id) => id in words.lossTerms);
  if (stage === "pretraining") {
    const sum = terms.map((id) => weighted(extraWeight(config, id), words.lossTerms[id] ?? id)).join(" + ");
    return sum === "" ? words.lossSubPlain(thinned) : words.lossSubPretraining(sum, thinned);
  }
  const attributes = now?.attributes ?? catalogue.value?.attributes.map(({ name }) => name) ?? [];
  if (lambdas({ config, attributes }).length > 0) return words.lossSub(thinned);
  return terms.length > 0 ? words.lossSubNorms(thinned) : words.lossSubPlain(thinned);
}

export function LossChart() {
  const words = t().train;
  const now = run.value;
  const config = now?.config ?? null;
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
  const smoothing = current.smoothing.value;
  const thinned = [
    ...(drawn.every > 1 ? [words.thinned(count(drawn.every))] : []),
    ...(smoothing === "none" ? [] : [words.smoothed]),
  ].join("");
  const formula = lossFormula(now, stage, drawn.series, thinned);
  const text = figureText(words.lossTitle, formula, runFacts(config));
  const isEmpty = drawn.series.every((one) => one.points.length === 0);
  const measured = {
    series: drawn.series,
    references: [],
    turns: stageTurns(config, words.stageTurn),
    xMax: epochsOf(config),
    xName: words.epochAxis,
    format: (value: number) => decimal(value),
    formatX: formatEpoch,
    write: decimal,
  };
  const model = {
    ...measured,
    series: linesInView(drawn.series, current.lossOff.value, smoothing),
    scale: current.lossScale.value,
  };
  // What was measured, whatever is looked at.
  const table = () => chartTable(measured, { unit: NATS });
  return (
    <Figure
      name="loss"
      class="train-chart"
      head={
        <div class="chart-head">
          <div>
            <h3>
              <Term id="loss">{words.lossTitle}</Term>
            </h3>
            <p>{formula}</p>
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
      }
      caption={text.caption}
      source={isEmpty ? null : () => chartSource({ ...text, model, cursor: cursor.peek(), height: HEIGHT, table })}
      table={() => <FigureTable caption={text.title} table={table()} />}
    >
      {isEmpty ? (
        <p class="chart-empty">{now && hasStages && now.step > 0 ? words.stageWaiting : words.chartEmpty}</p>
      ) : (
        <LineChart label={words.chartLabel(words.lossTitle)} height={HEIGHT} model={model} cursor={cursor} />
      )}
      <LossView all={drawn.series} />
      {hasStages && stage === "pretraining" && <p class="note">{words.lossTermsNote}</p>}
    </Figure>
  );
}
