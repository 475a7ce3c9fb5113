import { expect, test } from "vitest";
import { extremesOf, peaksOf } from "./peaks";

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

test("no head is the sharpest where all read the same", () => {
  const peaks = (...weights: number[]) => weights.map((weight, head) => ({ head, column: 0, weight }));
  const write = (weight: number) => weight.toFixed(2);
  expect(extremesOf(peaks(1, 1, 1), write)).toBeNull();
  expect(extremesOf(peaks(0.334, 0.331), write)).toBeNull();
  const found = extremesOf(peaks(0.5, 0.9, 0.3), write);
  expect([found?.sharp.head, found?.flat.head]).toEqual([1, 2]);
});
