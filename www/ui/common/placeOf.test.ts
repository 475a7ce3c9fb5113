import { expect, it } from "vitest";
import { placeOf } from "./placeOf";

it.each([
  [0, 1],
  [9, 10],
  [0.5, 1],
  [3.5, 4],
])("the rank %d is place %i", (rank, place) => {
  expect(placeOf(rank)).toBe(place);
});
