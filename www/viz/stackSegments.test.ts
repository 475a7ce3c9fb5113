import { describe, expect, test } from "vitest";
import { stackExtent, stackSegments, stackX } from "./stackSegments";

describe("stacked row", () => {
  const parts = [0.5, -0.25, 1, -0.5];
  const extent = stackExtent([parts, [0.1]]);

  test("the extent is the reach of the longest stack on each side", () => {
    expect(extent).toEqual({ low: -0.75, high: 1.5 });
  });

  test("parts grow outward from zero in their order", () => {
    const [first, second, third, fourth] = stackSegments(parts, extent, 225);
    expect(first).toMatchObject({ x: 75, width: 50 });
    expect(second).toMatchObject({ x: 50, width: 25 });
    expect(third).toMatchObject({ x: 125, width: 100 });
    expect(fourth).toMatchObject({ x: 0, width: 50 });
  });

  test("the sum of the parts lies where the tick is drawn", () => {
    expect(stackX(0.75, extent, 225)).toBe(150);
  });

  test("a letter is left out where it does not fit", () => {
    const letters = stackSegments([0.01, 1], { low: 0, high: 1.01 }, 100).map((segment) => segment.letterX);
    expect(letters[0]).toBeNull();
    expect(letters[1]).toBeCloseTo(50.5, 0);
  });

  test("a letter steps aside for the tick of the sum", () => {
    const [first] = stackSegments([1, -0.5], { low: -0.5, high: 1 }, 150);
    // The sum lies at 100, in the middle of the first part.
    expect(Math.abs((first?.letterX ?? 0) - 100)).toBeGreaterThanOrEqual(9);
  });

  test("nothing to stack is drawn in the middle, not outside", () => {
    expect(stackX(0, { low: 0, high: 0 }, 80)).toBe(40);
  });
});
