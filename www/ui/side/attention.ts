// Attention of different models on one grid. Slots differ between models (some append [MASK], some have room for fewer steps),
// so a cell is found by its place in the session.
import type { Explanation } from "../../engine.ts";
import { cellAtPlace, type Place, type PlacedCell } from "../../state/cellPlaces";
import { isVisible, type Slots, slotsOf } from "../../state/slots";
import { mean } from "../common/maps/slice";

/** The weights after softmax of one layer and head of one model. */
export interface WeightMap {
  readonly slots: Slots;
  readonly causal: boolean;
  /** Layer and head shown: those asked for, within what the model has. */
  readonly layer: number;
  readonly head: number | "mean";
  readonly weights: Float32Array;
}

/** Null for models without attention. */
export function weightMap(
  maps: Explanation,
  sessionLength: number,
  layer: number,
  head: number | "mean",
): WeightMap | null {
  if (maps.layers === 0 || maps.items.length === 0) return null;
  const within = Math.min(layer, maps.layers - 1);
  const one = head === "mean" ? head : Math.min(head, maps.heads - 1);
  const cells = maps.items.length ** 2;
  const heads = one === "mean" ? Array.from({ length: maps.heads }, (_, index) => index) : [one];
  const blocks = heads.map((at) => {
    const block = within * maps.heads + at;
    return maps.weights.subarray(block * cells, (block + 1) * cells);
  });
  const slots = slotsOf(maps.items, sessionLength);
  return { slots, causal: maps.causal, layer: within, head: one, weights: mean(blocks) };
}

/** The weight at a place; null where the model has no such slot or may not look. */
export function weightAt(map: WeightMap, place: PlacedCell): number | null {
  const cell = cellAtPlace(place, map.slots);
  if (!cell || !isVisible(cell.row, cell.column, map.causal)) return null;
  return map.weights[cell.row * map.slots.size + cell.column] ?? null;
}

/** Rows and columns that two models have in common; the last row is the one each reads its list from. */
export interface SharedGrid {
  readonly size: number;
  readonly rows: readonly PlacedCell["row"][];
  readonly columns: readonly Place[];
  /** One model has a [MASK] slot and the other none: its column is left out. */
  readonly leavesMask: boolean;
}

export function sharedGrid(a: Slots, b: Slots): SharedGrid {
  const first = Math.max(a.dropped, b.dropped);
  const steps = Math.max(0, Math.min(a.dropped + a.steps, b.dropped + b.steps) - first);
  const masks = [a, b].filter(({ size, steps: own }) => size > own).length;
  const known = Array.from({ length: steps }, (_, index) => first + index);
  const both = masks === 2;
  const rows: PlacedCell["row"][] = [...(both ? known : known.slice(0, -1)), "readout"];
  const columns: Place[] = both ? [...known, "mask"] : known;
  return { size: columns.length, rows, columns, leavesMask: masks === 1 };
}

/**
 * A minus B as it is written. Of the numbers as they stand beside it, not of the weights: whoever subtracts 0.21 from 0.96 must find
 * 0.75 there, and the step it is off by (one of the last digit at most) says nothing. Colours are of the weights themselves.
 */
export function writtenDifference(a: number | null, b: number | null, digits = 2): number | null {
  const asWritten = (value: number | null) => Number((value ?? 0).toFixed(digits));
  return a === null && b === null ? null : Number((asWritten(a) - asWritten(b)).toFixed(digits));
}

/** A minus B, row by row; null where neither may look. What one may not look at has weight 0 there. */
export function difference(a: WeightMap, b: WeightMap, grid: SharedGrid): (number | null)[] {
  return grid.rows.flatMap((row) =>
    grid.columns.map((column) => {
      const [left, right] = [weightAt(a, { row, column }), weightAt(b, { row, column })];
      return left === null && right === null ? null : (left ?? 0) - (right ?? 0);
    }),
  );
}
