import { computed } from "@preact/signals";
import { t } from "../../../content";
import { current } from "../../../state/current";
import { isVisible } from "../../../state/slots";
import { drawAllLines, drawLines } from "../../../viz/drawLines";
import { layoutLines } from "../../../viz/linesLayout";
import { type LinesFocus, type LinesModel, valueAt } from "../../../viz/linesModel";
import { PAGE } from "../../../viz/tokens";
import { decimal, signed } from "../../common/format";
import { itemSign } from "../../common/itemSign";
import { nameOf } from "../../common/maps/names";
import { FUSED_SOURCE } from "../../common/sources";
import { bounds, shown, unheard } from "../context";
import { mapsRoom } from "../drawnMaps";
import { first, lineSource } from "./state";

/** True where lines are attention weights: after the softmax nothing is below zero. */
export const isWeight = computed(() => lineSource.value === null && current.fusedShows.value === "weights");

export const linesModel = computed<LinesModel | null>(() => {
  const [now, scale, at] = [shown.value, bounds.value, lineSource.value];
  if (!now || !scale) return null;
  const { slice, sources, maps } = now;
  const words = t().why;
  const weights = isWeight.value;
  const fused = weights ? slice.weights : slice.fused;
  const whole = at === null ? fused : (unheard.value[at] ?? slice.sources[at] ?? fused);
  const [from, size] = [first.value, slice.size];
  const drawn = size - from;
  const values = Float32Array.from(
    { length: drawn * drawn },
    (_, cell) => whole[(from + Math.floor(cell / drawn)) * size + from + (cell % drawn)] ?? 0,
  );
  const source = at === null ? FUSED_SOURCE : (sources[at] ?? FUSED_SOURCE);
  return {
    items: now.items.slice(from).map((item, index) => ({
      ...{ ...itemSign(item), name: item?.name ?? "–", step: now.step(from + index) },
    })),
    causal: maps.causal,
    name: at === null ? (weights ? words.fusedWeightsTitle : words.fusedScoresTitle) : nameOf(source, sources.length),
    source: source.token,
    values,
    bound: at === null ? (weights ? scale.weights : scale.fused) : (scale.sources[at] ?? 1),
    write: weights ? (value) => decimal(value) : (value) => signed(value),
    words: {
      looks: t().whyMore.looks,
      lookedAt: t().whyMore.lookedAt,
      value: weights ? words.legendWeight : words.legendScore,
    },
  };
});

export const linesLayout = computed(() => {
  const [model, { width }] = [linesModel.value, mapsRoom.value];
  return model && width > 0 ? layoutLines(model.items.length, width) : null;
});

export const linesBehind = computed(() => {
  const [model, layout] = [linesModel.value, linesLayout.value];
  return model && layout && drawAllLines(model, layout, PAGE);
});

export const linesFrame = computed(() => {
  const [model, layout] = [linesModel.value, linesLayout.value];
  return model && layout && drawLines(model, layout, PAGE);
});

/** The other end of a click's strongest line. */
export function strongest(side: LinesFocus["side"], at: number): number {
  const model = linesModel.peek();
  if (!model) return at;
  const ends = model.items.map((_, other) => (side === "looks" ? [at, other] : [other, at]) as [number, number]);
  const seen = ends.filter(([row, column]) => isVisible(row, column, model.causal));
  const value = ([row, column]: [number, number]) => valueAt(model, row, column);
  const best = seen.reduce((a, b) => (value(b) > value(a) ? b : a), seen[0] ?? [at, at]);
  return side === "looks" ? best[1] : best[0];
}
