import { expect, it } from "vitest";
import type { Catalogue } from "../../engine.ts";
import { countDifferent } from "./clicks";

const catalogue = {
  attributes: [{ name: "brand" }, { name: "tags" }],
  items: [
    { values: [] },
    { values: [[1], [3, 2]] },
    { values: [[1], [2, 3]] },
    { values: [[2], []] },
    { values: [[2], [2]] },
  ],
} as unknown as Catalogue;

it("counts items, values and bags of values, in any order; no value is one, too", () => {
  expect(countDifferent([1, 2, 1, 2], catalogue)).toEqual({ items: 2, values: [1, 1] });
  expect(countDifferent([1, 2, 3, 4], catalogue)).toEqual({ items: 4, values: [2, 3] });
  expect(countDifferent([], catalogue)).toEqual({ items: 0, values: [0, 0] });
});
