import { computed, signal } from "@preact/signals";
import { t } from "../../../content";
import { current } from "../../../state/current";
import { mapHead, mapLayer } from "../../../state/focus";
import { isVisible } from "../../../state/slots";
import { layoutAllMaps } from "../../../viz/allMapsLayout";
import type { AllColumn, AllHead, AllMapsModel, AllPlace } from "../../../viz/allMapsModel";
import { drawAllMaps } from "../../../viz/drawAllMaps";
import { largest, niceBound } from "../../../viz/scales";
import { PAGE } from "../../../viz/tokens";
import { layerName, nameOf } from "../../common/maps/names";
import { sliceMaps } from "../../common/maps/slice";
import { FUSED_SOURCE } from "../../common/sources";
import { shown } from "../context";
import { mapsRoom } from "../drawnMaps";

const isVisibleIn = (size: number, causal: boolean) => (at: number) =>
  isVisible(Math.floor(at / size), at % size, causal);

export const allMapsModel = computed<AllMapsModel | null>(() => {
  const now = shown.value;
  if (!now) return null;
  const { maps, sources } = now;
  const size = maps.items.length;
  const after = current.fusedShows.value === "weights";
  const heads = Array.from({ length: maps.layers * maps.heads }, (_, at): AllHead => {
    const [layer, head] = [Math.floor(at / maps.heads), at % maps.heads];
    const slice = sliceMaps(maps, layer, head);
    const values = [...slice.sources, after ? slice.weights : slice.fused];
    return { layer, head, layerName: layerName(maps.stacks, layer), headName: String(head + 1), values };
  });
  const visible = isVisibleIn(size, maps.causal);
  const most = (column: number) =>
    niceBound(Math.max(...heads.map(({ values }) => largest(values[column] ?? [], visible))));
  const own = current.scale.value === "own";
  const bounds = sources.map((_, column) => most(column));
  const shared = Math.max(...bounds);
  const columns: AllColumn[] = [
    ...sources.map((source, column) => ({
      ...{ name: nameOf(source, sources.length), letter: source.letter, source: source.token, ramp: "div" as const },
      bound: own ? (bounds[column] ?? 1) : shared,
    })),
    {
      ...{ name: t().common.sources.fused, letter: FUSED_SOURCE.letter, source: FUSED_SOURCE.token },
      ramp: after ? "seq" : "div",
      bound: after && !own ? 1 : most(sources.length),
    },
  ];
  const head = mapHead.value;
  return {
    ...{ size, causal: maps.causal, columns, heads },
    current: head === "mean" ? null : mapLayer.value * maps.heads + head,
    words: { layer: t().whyMore.allLayer },
  };
});

export const allMapsLayout = computed(() => {
  const [model, { width }] = [allMapsModel.value, mapsRoom.value];
  return model && width > 0 ? layoutAllMaps(model, width) : null;
});

export const allMapsDrawing = computed(() => {
  const [model, layout] = [allMapsModel.value, allMapsLayout.value];
  return model && layout && drawAllMaps(model, layout, PAGE);
});

/** The map under the pointer or the keys; null: none was reached yet. */
export const reached = signal<AllPlace | null>(null);

/** Never one that the model on screen does not have. */
export const allPlace = computed<AllPlace | null>(() => {
  const [model, at] = [allMapsModel.value, reached.value];
  return model && at && at.head < model.heads.length && at.column < model.columns.length ? at : null;
});

/** Range of a map's visible cells. */
export function rangeOf({ size, causal }: AllMapsModel, values: ArrayLike<number>): [number, number] {
  const visible = isVisibleIn(size, causal);
  let [low, high] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (let at = 0; at < size * size; at++) {
    if (!visible(at)) continue;
    low = Math.min(low, values[at] ?? 0);
    high = Math.max(high, values[at] ?? 0);
  }
  return [low, high];
}
