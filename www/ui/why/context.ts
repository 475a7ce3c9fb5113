// What every part of the panel reads, worked out once: the maps on screen, their sources and their colour scales.

import { computed } from "@preact/signals";
import type { CatalogueItem } from "../../engine.ts";
import { explanation, wholeExplanation } from "../../state/answers";
import { current } from "../../state/current";
import { mapHead, mapLayer, slots } from "../../state/focus";
import { catalogue } from "../../state/opened";
import { isVisible } from "../../state/slots";
import { factorOf } from "../../state/sourceScales";
import { largest, niceBound } from "../../viz/scales";
import { sliceMaps } from "../common/maps/slice";
import { slotItem } from "../common/slotItem";
import { type SourceView, sourceViews } from "../common/sources";

/** Maps, sources and items of the explanation on screen; null without one, and for models that have no attention. */
export const shown = computed(() => {
  const maps = explanation.value;
  const data = catalogue.value;
  if (!maps || !data || maps.items.length === 0 || maps.layers === 0) return null;
  const [layer, head] = [mapLayer.value, mapHead.value];
  const slice = sliceMaps(maps, layer, head);
  const sources: SourceView[] = sourceViews(maps.sources, data.attributes);
  const items: (CatalogueItem | undefined)[] = maps.items.map((id) => slotItem(data, id));
  const { steps, dropped } = slots.value;
  /** Steps are numbered as in the session; items that are too old for the model are not in the maps, and [MASK] is no step. */
  const step = (at: number) => (at < steps ? String(dropped + at + 1) : "");
  return { maps, slice, sources, items, layer, head, step };
});

/** By source: what one that is off in this layer would say were it on; null for the others. Its own part of every score is zero. */
export const unheard = computed<readonly (Float32Array | null)[]>(() => {
  const now = shown.value;
  const whole = wholeExplanation.value;
  if (!now || !whole) return [];
  const edits = { off: current.off.value, factors: current.factors.value };
  const { sources } = sliceMaps(whole, now.layer, now.head);
  return now.sources.map(({ letter }, index) =>
    factorOf(letter, now.layer, edits) === 0 ? (sources[index] ?? null) : null,
  );
});

/** Largest score each map's ramp reaches, and the largest weight of the fused one. */
export const bounds = computed(() => {
  const now = shown.value;
  if (!now) return null;
  const { slice } = now;
  const visible = (at: number) => isVisible(Math.floor(at / slice.size), at % slice.size, now.maps.causal);
  const most = slice.sources.map((map, index) => niceBound(largest(unheard.value[index] ?? map, visible)));
  const own = current.scale.value === "own";
  const shared = Math.max(...most);
  return {
    sources: own ? most : most.map(() => shared),
    shared,
    fused: niceBound(largest(slice.fused, visible)),
    weights: own ? niceBound(largest(slice.weights, visible)) : 1,
  };
});
