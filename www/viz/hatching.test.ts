import { expect, it } from "vitest";
import { hatching } from "./hatching";

it("stays inside its rectangle and runs up to the right, at 45 degrees", () => {
  const path = hatching(10, 20, 30, 12, 5);
  const lines = [...path.matchAll(/M([\d.]+) ([\d.]+)L([\d.]+) ([\d.]+)/g)].map((found) => found.slice(1).map(Number));
  expect(lines).toHaveLength(8);
  for (const [x1 = 0, y1 = 0, x2 = 0, y2 = 0] of lines) {
    expect(Math.min(x1, x2)).toBeGreaterThanOrEqual(10);
    expect(Math.max(x1, x2)).toBeLessThanOrEqual(40);
    expect(Math.min(y1, y2)).toBeGreaterThanOrEqual(20);
    expect(Math.max(y1, y2)).toBeLessThanOrEqual(32);
    expect(x2 - x1).toBeCloseTo(y1 - y2, 6);
  }
});
