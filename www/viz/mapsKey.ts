// The key of the maps: their colour scales, and how to read rows and columns, in words.
import { type MapsModel, writeBound } from "./mapsModel";
import { LINE_HEIGHT, type RampKey, rampKeyWidth, SMALLEST } from "./marks";
import { wrapText } from "./textWidth";

export const KEY_ROW = 18;

export interface KeyLayout {
  readonly ramps: readonly { readonly x: number; readonly y: number; readonly key: RampKey }[];
  readonly text: { readonly x: number; readonly y: number; readonly lines: readonly string[] };
  readonly bottom: number;
}

/** The scale that all sources share; none where each has its own. */
function sourceRamp({ own, sources, signed, words }: MapsModel): RampKey[] {
  const bound = sources[0]?.bound ?? 1;
  if (own) return [];
  return [{ ramp: "div", low: writeBound(-bound, signed), high: writeBound(bound, signed), unit: words.score }];
}

function fusedRamp({ fused, signed, decimal }: MapsModel): RampKey {
  const { ramp, bound, unit } = fused;
  if (ramp === "seq") return { ramp, low: "0", high: writeBound(bound, decimal), unit };
  return { ramp, low: writeBound(-bound, signed), high: writeBound(bound, signed), unit };
}

/** `row`: scales at both ends, the words between them; `column`: one below the other. */
export function layoutKey(
  model: MapsModel,
  { x, y, width }: { readonly x: number; readonly y: number; readonly width: number },
  form: "row" | "column",
): KeyLayout {
  const fused = fusedRamp(model);
  const shared = sourceRamp(model);
  if (form === "row") {
    const right = x + width - rampKeyWidth(fused);
    const from = shared[0] ? x + rampKeyWidth(shared[0]) + 24 : x;
    const lines = wrapText(model.words.reading, SMALLEST, right - from - 24);
    const ramps = [...shared.map((key) => ({ x, y, key })), { x: right, y, key: fused }];
    return { ramps, text: { x: from, y, lines }, bottom: y + Math.max(1, lines.length) * LINE_HEIGHT - 4 };
  }
  const ramps = [...shared, fused].map((key, index) => ({ x, y: y + index * KEY_ROW, key }));
  const top = y + ramps.length * KEY_ROW + 2;
  const lines = wrapText(model.words.reading, SMALLEST, width);
  return { ramps, text: { x, y: top, lines }, bottom: top + lines.length * LINE_HEIGHT - 4 };
}
