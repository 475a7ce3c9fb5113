import { describe, expect, it } from "vitest";
import type { Explanation } from "../engine.ts";
import { cellAtPlace, placeCell } from "./cellPlaces";
import { isVisible, MASK, slotsOf, strongestCell } from "./slots";

const causal = slotsOf([4, 5, 6], 5);
const masked = slotsOf([5, 6, MASK], 5);

describe("slots and steps", () => {
  it("the oldest steps may have no slot, and [MASK] is no step", () => {
    expect(causal).toEqual({ size: 3, steps: 3, dropped: 2 });
    expect(masked).toEqual({ size: 3, steps: 2, dropped: 3 });
  });

  it("the read-out rows of all models are the same place", () => {
    const place = placeCell({ row: 2, column: 1 }, causal);
    expect(place).toEqual({ row: "readout", column: 3 });
    expect(cellAtPlace(place, masked)).toEqual({ row: 2, column: 0 });
  });

  it("a step keeps its place whatever slot it has", () => {
    const place = placeCell({ row: 1, column: 1 }, causal);
    expect(place).toEqual({ row: 3, column: 3 });
    expect(cellAtPlace(place, masked)).toEqual({ row: 0, column: 0 });
  });

  it("a slot that the other model does not have has no cell there", () => {
    expect(cellAtPlace(placeCell({ row: 2, column: 2 }, masked), causal)).toBeNull();
    expect(cellAtPlace(placeCell({ row: 0, column: 0 }, causal), masked)).toBeNull();
  });

  it("there and back is the same cell", () => {
    for (const slots of [causal, masked])
      for (let row = 0; row < 3; row++)
        for (let column = 0; column < 3; column++)
          expect(cellAtPlace(placeCell({ row, column }, slots), slots)).toEqual({ row, column });
  });
});

describe("what may be seen", () => {
  it("hides later slots only where attention is causal", () => {
    expect([isVisible(1, 2, true), isVisible(2, 1, true), isVisible(1, 2, false)]).toEqual([false, true, true]);
  });
});

describe("the strongest look back", () => {
  const maps = { items: [7, 8], layers: 1, heads: 2 } as Explanation;

  it("is summed over the heads on screen", () => {
    const weights = Float32Array.from([1, 0, 0.6, 0.4, 1, 0, 0.1, 0.9]);
    expect(strongestCell({ ...maps, weights }, 0, [0])).toEqual({ row: 1, column: 0 });
    expect(strongestCell({ ...maps, weights }, 0, [0, 1])).toEqual({ row: 1, column: 1 });
  });

  it("is nowhere in a model without attention", () => {
    expect(strongestCell({ ...maps, layers: 0, weights: new Float32Array() }, 0, [])).toBeNull();
  });
});
