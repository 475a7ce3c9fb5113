// What a drawn model says of the cell that the page's focus is on: the parts of its score, the score, the weight.
import { computed } from "@preact/signals";
import type { Explanation } from "../../engine.ts";
import { answered } from "../../state/answers";
import { cellAtPlace, type PlacedCell, placeCell } from "../../state/cellPlaces";
import { current } from "../../state/current";
import type { HeadChoice } from "../../state/fields";
import { focusCell, slots } from "../../state/focus";
import { slotsOf, strongestCell } from "../../state/slots";
import { cellParts } from "../common/maps/cellParts";
import { type MapSlice, sliceMaps } from "../common/maps/slice";
import { chosen } from "./drawn";

/** One map of a model with its numbers at the focus. */
export interface Shown {
  readonly slice: MapSlice;
  readonly causal: boolean;
  readonly layer: number;
  readonly head: HeadChoice;
  /** Null where the focus is on a place that this model has no slot for. */
  readonly cell: { readonly row: number; readonly column: number } | null;
  readonly at: number;
}

/** The cell that the read-out row of a model looks at most, in terms of the session. */
function strongestPlace(maps: Explanation): PlacedCell | null {
  const [layer = 0] = layersOf(maps, "item").slice(current.layer.value);
  const cell = strongestCell(maps, layer, [...Array(maps.heads).keys()]);
  return cell && placeCell(cell, slotsOf(maps.items, answered.value.length));
}

/** The focus in terms of the session. Where the model that answers has no maps, what the chosen diagram's model looks at most. */
export const place = computed<PlacedCell | null>(() => {
  if (focusCell.value) return placeCell(focusCell.value, slots.value);
  const maps = chosen.value?.maps;
  return maps ? strongestPlace(maps) : null;
});

/** Layers of one stack, in order; of all where a model has one. */
function layersOf(maps: Explanation, stack: "item" | "attribute"): number[] {
  return maps.stacks.flatMap((one, index) => (one === stack ? [index] : []));
}

export function shownOf(maps: Explanation, stack: "item" | "attribute" = "item"): Shown | null {
  const layers = layersOf(maps, stack);
  const layer = layers[Math.min(current.layer.value, layers.length - 1)];
  if (layer === undefined) return null;
  const head = current.head.value === "mean" ? "mean" : Math.min(current.head.value, maps.heads - 1);
  const slice = sliceMaps(maps, layer, head);
  const cell = place.value && cellAtPlace(place.value, slotsOf(maps.items, answered.value.length));
  const at = cell ? cell.row * slice.size + cell.column : 0;
  return { slice, causal: maps.causal, layer, head, cell, at };
}

/** The parts of the focus cell's score in the order of the sources, a bias last; none without a focus. */
export function partsOf({ slice, cell }: Shown): number[] {
  return cell ? cellParts(slice, cell.row, cell.column) : [];
}

export const scoreOf = ({ slice, cell, at }: Shown): number | null => (cell ? (slice.fused[at] ?? 0) : null);
export const weightOf = ({ slice, cell, at }: Shown): number | null => (cell ? (slice.weights[at] ?? 0) : null);

/** A number where there is one. */
export const written = (value: number | null, write: (value: number) => string): string =>
  value === null ? "" : write(value);
