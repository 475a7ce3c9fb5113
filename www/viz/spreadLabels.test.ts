import { describe, expect, test } from "vitest";
import { spreadLabels } from "./spreadLabels";

describe("labels", () => {
  test("labels with room stay where they are", () => {
    expect(spreadLabels([10, 50, 90], 14, 0, 100)).toEqual([10, 50, 90]);
  });

  test("two that collide move apart by the same amount", () => {
    expect(spreadLabels([50, 52], 14, 0, 100)).toEqual([44, 58]);
  });

  test("order is kept and no pair is closer than the gap, inside the bounds", () => {
    const wanted = [96, 97, 99, 4, 95, 2, 50];
    const placed = spreadLabels(wanted, 14, 0, 100);
    const sorted = [...placed].sort((a, b) => a - b);
    for (let i = 1; i < sorted.length; i++)
      expect((sorted[i] ?? 0) - (sorted[i - 1] ?? 0)).toBeGreaterThanOrEqual(14 - 1e-9);
    expect(sorted[0]).toBeGreaterThanOrEqual(0);
    expect(sorted.at(-1)).toBeLessThanOrEqual(100 + 1e-9);
    expect(placed[5]).toBeLessThan(placed[3] ?? 0);
  });

  test("too many labels share the room evenly", () => {
    expect(spreadLabels([1, 1, 1], 14, 0, 20)).toEqual([0, 10, 20]);
  });

  test("no labels, no places", () => {
    expect(spreadLabels([], 14, 0, 20)).toEqual([]);
  });
});
