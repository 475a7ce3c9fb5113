import { describe, expect, test } from "vitest";
import { largest, niceBound } from "./scales";

describe("scales", () => {
  test("a bound is round and never below the value", () => {
    expect(niceBound(1.94)).toBe(2);
    expect(niceBound(2)).toBe(2);
    expect(niceBound(0.26)).toBe(0.3);
    expect(niceBound(0.0071)).toBe(0.008);
    expect(niceBound(83)).toBe(100);
  });

  test("no positive value gives a bound of one, so that a scale can still be drawn", () => {
    expect(niceBound(0)).toBe(1);
    expect(niceBound(Number.NaN)).toBe(1);
  });

  test("the largest magnitude leaves out what is masked", () => {
    const values = new Float32Array([1, -9, 3, 2]);
    expect(largest(values)).toBe(9);
    expect(largest(values, (index) => index !== 1)).toBe(3);
  });
});
