import { describe, expect, test } from "vitest";
import type { Explanation } from "../../engine.ts";
import { MASK } from "../../state/slots";
import { difference, sharedGrid, weightAt, weightMap, writtenDifference } from "./attention";

function explanation(items: number[], causal: boolean, weights: number[], heads = 1): Explanation {
  const layers = weights.length / (heads * items.length ** 2);
  return {
    items,
    layers,
    heads,
    sources: [],
    fusion: "none",
    contributions: new Float32Array(),
    bias: new Float32Array(),
    fused: new Float32Array(),
    weights: Float32Array.from(weights),
    gates: new Float32Array(),
    causal,
    stacks: Array.from({ length: layers }, () => "item"),
  };
}

const must = <T>(value: T | null): T => {
  if (value === null) throw new Error("no map");
  return value;
};
// Two steps, causal: the newest looks 0.25 back.
const causal = must(weightMap(explanation([4, 5], true, [1, 0, 0.25, 0.75]), 2, 0, 0));
// The same two steps and [MASK]; every row sees everything.
const both = must(weightMap(explanation([4, 5, MASK], false, [0.5, 0.5, 0, 0.1, 0.2, 0.7, 0.5, 0.25, 0.25]), 2, 0, 0));

describe("weights of a model", () => {
  test("layer and head are those asked for, within what the model has", () => {
    const map = must(weightMap(explanation([4], true, [1, 1, 1, 1], 2), 1, 7, 7));
    expect([map.layer, map.head]).toEqual([1, 1]);
  });

  test("the mean is over the heads of the layer", () => {
    const maps = explanation([4, 5], true, [1, 0, 0.5, 0.5, 1, 0, 0, 1], 2);
    expect([...must(weightMap(maps, 2, 0, "mean")).weights]).toEqual([1, 0, 0.25, 0.75]);
  });

  test("a model without layers has none", () => {
    expect(weightMap(explanation([4, 5], true, []), 2, 0, 0)).toBeNull();
  });

  test("what may not be looked at has no weight, not the weight 0", () => {
    expect(weightAt(causal, { row: 0, column: 1 })).toBeNull();
    expect(weightAt(causal, { row: "readout", column: 0 })).toBeCloseTo(0.25);
    expect(weightAt(both, { row: 0, column: 1 })).toBeCloseTo(0.5);
  });
});

describe("A minus B", () => {
  test("compares the rows that are read out, whichever slots they are", () => {
    const grid = sharedGrid(causal.slots, both.slots);
    expect(grid).toEqual({ size: 2, rows: [0, "readout"], columns: [0, 1], leavesMask: true });
    const cells = difference(causal, both, grid).map((value) => (value === null ? null : Number(value.toFixed(4))));
    // Row of the first step: 1 - 0.5 and, where A may not look, 0 - 0.5. Read-out: 0.25 - 0.5 and 0.75 - 0.25.
    expect(cells).toEqual([0.5, -0.5, -0.25, 0.5]);
  });

  test("cells that neither may look at are blank", () => {
    expect(difference(causal, causal, sharedGrid(causal.slots, causal.slots))).toEqual([0, null, 0, 0]);
  });

  test("two models with a [MASK] slot keep it", () => {
    expect(sharedGrid(both.slots, both.slots)).toEqual({
      size: 3,
      rows: [0, 1, "readout"],
      columns: [0, 1, "mask"],
      leavesMask: false,
    });
  });

  test("steps that only one model has room for are left out", () => {
    const short = must(weightMap(explanation([5], true, [1]), 2, 0, 0));
    expect(sharedGrid(causal.slots, short.slots)).toEqual({
      size: 1,
      rows: ["readout"],
      columns: [1],
      leavesMask: false,
    });
  });
});

describe("the difference as it is written", () => {
  test("is that of the numbers beside it", () => {
    expect(writtenDifference(0.9551, 0.2149)).toBe(0.75);
    expect(writtenDifference(0.9551, 0.2149, 3)).toBe(0.74);
    expect([writtenDifference(null, 0.126), writtenDifference(null, null)]).toEqual([-0.13, null]);
  });
});
