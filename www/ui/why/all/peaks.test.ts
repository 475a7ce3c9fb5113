import { expect, test } from "vitest";
import { peaksOf } from "./peaks";

test("the peak of a head is the largest weight of the row, not of the map", () => {
  const weights = [
    [1, 0, 0.3, 0.7],
    [1, 0, 0.9, 0.1],
  ];
  expect(peaksOf(weights, 2, 1)).toEqual([
    { head: 0, column: 1, weight: 0.7 },
    { head: 1, column: 0, weight: 0.9 },
  ]);
});
