import { describe, expect, test } from "vitest";
import { runMeans, thinning } from "./thin";

describe("thinning a series", () => {
  test("each point is the mean of its run and the last run may be short", () => {
    expect(runMeans([1, 3, 5, 7, 10], 2)).toEqual([2, 6, 10]);
    expect(runMeans([1, 2], 1)).toEqual([1, 2]);
    expect(runMeans([], 5)).toEqual([]);
  });

  test("the run length is a round number and leaves at most the points asked for", () => {
    expect(thinning(100, 300)).toBe(1);
    expect(thinning(301, 300)).toBe(2);
    expect(thinning(4000, 300)).toBe(20);
    expect(thinning(0, 300)).toBe(1);
  });
});
