// The maps as they are drawn, worked out once for their numbers and their room: the focus moves over them and changes none of this.
import { computed, signal } from "@preact/signals";
import { t } from "../../content";
import { withoutMarks } from "../../content/marks";
import { current } from "../../state/current";
import { drawMaps } from "../../viz/drawMaps";
import { layoutMaps, mapsForm } from "../../viz/mapsLayout";
import type { MapsModel } from "../../viz/mapsModel";
import { PAGE } from "../../viz/tokens";
import { decimal, signed } from "../common/format";
import { itemSign } from "../common/itemSign";
import { askOf, nameOf } from "../common/maps/names";
import { FUSED_SOURCE } from "../common/sources";
import { bounds, shown, unheard } from "./context";
import { freeSlots } from "./freeSlots";

/** How to read the maps, in sentences whose terms are marked. */
export function mapsWords(): string {
  const words = t().why;
  const axes = shown.value?.maps.causal === false ? words.axesBoth : words.axes;
  return current.scale.value === "own" ? `${words.legendOwn} ${axes}` : axes;
}

export const mapsModel = computed<MapsModel | null>(() => {
  const now = shown.value;
  const scale = bounds.value;
  if (!now || !scale) return null;
  const words = t().why;
  const { slice, sources, maps } = now;
  const own = current.scale.value === "own";
  const after = current.fusedShows.value === "weights";
  return {
    items: now.items.map((item, index) => ({ ...itemSign(item), name: item?.name ?? "–", step: now.step(index) })),
    causal: maps.causal,
    free: freeSlots.value,
    sources: sources.map((source, index) => ({
      name: nameOf(source, sources.length),
      asks: askOf(source, sources.length),
      source: source.token,
      values: unheard.value[index] ?? slice.sources[index] ?? new Float32Array(),
      isOff: (unheard.value[index] ?? null) !== null,
      bound: scale.sources[index] ?? 1,
    })),
    fused: {
      name: after ? words.fusedWeightsTitle : words.fusedScoresTitle,
      source: FUSED_SOURCE.token,
      values: after ? slice.weights : slice.fused,
      ramp: after ? "seq" : "div",
      bound: after ? scale.weights : scale.fused,
      unit: after ? words.legendWeight : words.legendScore,
    },
    scores: slice.fused,
    weights: slice.weights,
    own,
    words: {
      reading: withoutMarks(mapsWords()),
      score: words.legendScore,
      sum: maps.fusion === "sum" ? words.sumOf(sources.length) : words.sumFused,
      weightAfter: words.weightAfter,
      off: words.off,
    },
    signed,
    decimal,
  };
});

/** Width for the drawing and height of the controls over it; set by the component that holds both. */
export const mapsRoom = signal({ width: 0, controls: 0 });

export const mapsLayout = computed(() => {
  const model = mapsModel.value;
  const { width, controls } = mapsRoom.value;
  if (!model || width <= 0) return null;
  // Only beside a tall map is there room for the controls.
  return layoutMaps(model, width, mapsForm(width, model.sources.length) === "wide" ? controls : 0);
});

export const mapsDrawing = computed(() => {
  const [model, layout] = [mapsModel.value, mapsLayout.value];
  return model && layout && drawMaps(model, layout, PAGE);
});
