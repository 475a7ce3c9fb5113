// The key of the maps: their colour scales, and how to read rows and columns, in words.
import { type KeyLayout, layoutKeyRow, layoutKeys } from "./keys";
import { type MapsModel, writeBound } from "./mapsModel";
import type { RampKey } from "./marks";

/** The scale that all sources share; null where each has its own. */
function sourceRamp({ own, sources, signed, words }: MapsModel): RampKey | null {
  const bound = sources[0]?.bound ?? 1;
  if (own) return null;
  return { ramp: "div", low: writeBound(-bound, signed), high: writeBound(bound, signed), unit: words.score };
}

function fusedRamp({ fused, signed, decimal }: MapsModel): RampKey {
  const { ramp, bound, unit } = fused;
  if (ramp === "seq") return { ramp, low: "0", high: writeBound(bound, decimal), unit };
  return { ramp, low: writeBound(-bound, signed), high: writeBound(bound, signed), unit };
}

/** `row`: scales at both ends, the words between them; `column`: one below the other. */
export function layoutKey(
  model: MapsModel,
  room: { readonly x: number; readonly y: number; readonly width: number },
  form: "row" | "column",
): KeyLayout {
  const [shared, fused] = [sourceRamp(model), fusedRamp(model)];
  const { reading } = model.words;
  if (form === "row") return layoutKeyRow(shared, fused, reading, room);
  return layoutKeys(shared ? [shared, fused] : [fused], reading, room);
}
