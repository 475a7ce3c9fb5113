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
    const segments = stackSegments([0.01, 1], { low: 0, high: 1.01 }, 100);
    expect(segments.map((segment) => segment.lettered)).toEqual([false, true]);
  });

  test("nothing to stack is drawn in the middle, not outside", () => {
    expect(stackX(0, { low: 0, high: 0 }, 80)).toBe(40);
  });
});
