// Where everything of the fused map goes when it stands alone, large, with the names of its rows where there is room. The room is that
// of the maps without their sources, so what draws and covers those serves here, too.
import { layoutKey } from "./mapsKey";
import { AXIS, type MapsLayout, NAME_SIZE } from "./mapsLayout";
import type { MapsModel } from "./mapsModel";
import { textWidth } from "./textWidth";

/** Side of the map, its head, and room for names at its left. */
const MOST_SIDE = 312;
const HEAD = 26;
const MOST_NAMES = 168;
const GAP = 8;
/** Narrower than this, the scale goes below the map and names are left to their drawings. */
const LEAST_BESIDE = 640;
const BESIDE = 40;

export interface FusedMapLayout extends MapsLayout {
  /** Room for the names of the rows; 0 without. */
  readonly names: number;
}

export function layoutFusedMap(model: MapsModel, width: number): FusedMapLayout {
  const isWide = width >= LEAST_BESIDE;
  const widest = Math.max(...model.items.map(({ name }) => Math.ceil(textWidth(name, NAME_SIZE))));
  const names = isWide ? Math.min(MOST_NAMES, widest) : 0;
  const from = names > 0 ? names + GAP : 0;
  const side = Math.min(MOST_SIDE, width - from - AXIS);
  const fused = { x: from + AXIS, y: HEAD, side, pad: 0, head: 0, twoLines: false, headFrom: from + AXIS };
  const bottom = fused.y + side + AXIS;
  const right = fused.x + side + BESIDE;
  const key = isWide
    ? layoutKey(model, { x: right, y: HEAD + 12, width: Math.min(width - right, 280) }, "column")
    : layoutKey(model, { x: 0, y: bottom + 18, width }, "column");
  return {
    ...{ form: isWide ? "wide" : "narrow", width, height: Math.max(bottom, key.bottom), free: { width, height: 0 } },
    ...{ sources: [], fused, operators: [], sum: null, key, names },
  };
}
