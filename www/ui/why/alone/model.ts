// The fused map without its sources, as it is drawn.
import { computed } from "@preact/signals";
import { t } from "../../../content";
import { withoutMarks } from "../../../content/marks";
import { current } from "../../../state/current";
import { drawFusedMap } from "../../../viz/drawFusedMap";
import { layoutFusedMap } from "../../../viz/fusedMapLayout";
import type { MapsModel } from "../../../viz/mapsModel";
import { PAGE } from "../../../viz/tokens";
import { shown } from "../context";
import { mapsModel, mapsRoom } from "../drawnMaps";

/** How to read it, in sentences whose terms are marked. */
export function fusedMapWords(): string {
  return shown.value?.maps.causal === false ? t().why.axesBoth : t().why.axes;
}

export const fusedMapModel = computed<MapsModel | null>(() => {
  const model = mapsModel.value;
  if (!model) return null;
  // Of the scales only its own is left, and free positions need no room.
  const words = { ...model.words, reading: withoutMarks(fusedMapWords()) };
  return { ...model, sources: [], own: true, free: 0, words };
});

export const fusedMapLayout = computed(() => {
  const [model, { width }] = [fusedMapModel.value, mapsRoom.value];
  return model && width > 0 ? layoutFusedMap(model, width) : null;
});

export const fusedMapDrawing = computed(() => {
  const [model, layout] = [fusedMapModel.value, fusedMapLayout.value];
  return model && layout && drawFusedMap(model, layout, PAGE);
});

/** The row in focus waits for a guess. */
export const isRowCovered = computed(() => current.cover.value.includes("row"));
