import { describe, expect, test } from "vitest";
import type { Explanation } from "../../../engine.ts";
import { cellParts } from "./cellParts";
import { sliceMaps } from "./slice";

const n = 2;
const counting = (length: number) => Float32Array.from({ length }, (_, index) => index);

/** Two layers, two heads, three sources, two items; every number is its own index. */
const maps: Explanation = {
  items: [4, 9],
  layers: 2,
  heads: 2,
  sources: [
    { kind: "item", name: "item", attribute: null },
    { kind: "position", name: "position", attribute: null },
    { kind: "attribute", name: "brand", attribute: 0 },
  ],
  fusion: "concat",
  contributions: counting(2 * 2 * 3 * n * n),
  bias: counting(2 * n),
  fused: counting(2 * 2 * n * n),
  weights: counting(2 * 2 * n * n),
  gates: counting(2 * 2 * n * 3),
  causal: true,
  stacks: ["item", "item"],
};

describe("maps of a layer and a head", () => {
  test("every block is cut where the engine put it", () => {
    const slice = sliceMaps(maps, 1, 1);
    expect([...(slice.sources[2] ?? [])]).toEqual([44, 45, 46, 47]);
    expect([...slice.fused]).toEqual([12, 13, 14, 15]);
    expect([...(slice.gates ?? [])]).toEqual([18, 19, 20, 21, 22, 23]);
    expect([...(slice.bias ?? [])]).toEqual([2, 3]);
  });

  test("the mean is over the heads of one layer", () => {
    const slice = sliceMaps(maps, 0, "mean");
    expect([...slice.fused]).toEqual([2, 3, 4, 5]);
    expect([...(slice.sources[0] ?? [])]).toEqual([6, 7, 8, 9]);
  });

  test("the parts of a cell are its sources and then the bias of its column", () => {
    expect(cellParts(sliceMaps(maps, 0, 0), 1, 0)).toEqual([2, 6, 10, 0]);
    expect(cellParts(sliceMaps({ ...maps, bias: new Float32Array() }, 0, 0), 1, 0)).toEqual([2, 6, 10]);
  });
});
