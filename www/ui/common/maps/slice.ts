import type { Explanation } from "../../../engine.ts";

/** The maps of one layer and one head (or the mean of its heads), cut out of an explanation. */
export interface MapSlice {
  /** Items, and so rows and columns. */
  readonly size: number;
  /** One map per source: its part of the fused score, row by row. */
  readonly sources: readonly Float32Array[];
  /** concat: what its affine map adds to a column whatever the sources say. */
  readonly bias: Float32Array | null;
  /** Scores before mask and softmax. */
  readonly fused: Float32Array;
  /** Weights after them. */
  readonly weights: Float32Array;
  /** Gate fusions: one gate per row and source, row by row. */
  readonly gates: Float32Array | null;
}

/** The mean of equally large maps; of one map, the map itself. */
export function mean(blocks: readonly Float32Array[]): Float32Array {
  const [first] = blocks;
  if (!first || blocks.length === 1) return first ?? new Float32Array();
  return first.map((_, at) => blocks.reduce((sum, block) => sum + (block[at] ?? 0), 0) / blocks.length);
}

export function sliceMaps(maps: Explanation, layer: number, head: number | "mean"): MapSlice {
  const size = maps.items.length;
  const sources = maps.sources.length;
  const heads = head === "mean" ? Array.from({ length: maps.heads }, (_, index) => index) : [head];
  const block = (values: Float32Array, index: number, length: number) =>
    values.subarray(index * length, (index + 1) * length);
  const perHead = (values: Float32Array, length: number) =>
    mean(heads.map((one) => block(values, layer * maps.heads + one, length)));
  return {
    size,
    sources: maps.sources.map((_, source) =>
      mean(heads.map((one) => block(maps.contributions, (layer * maps.heads + one) * sources + source, size * size))),
    ),
    bias: maps.bias.length > 0 ? block(maps.bias, layer, size) : null,
    fused: perHead(maps.fused, size * size),
    weights: perHead(maps.weights, size * size),
    gates: maps.gates.length > 0 ? perHead(maps.gates, size * sources) : null,
  };
}
