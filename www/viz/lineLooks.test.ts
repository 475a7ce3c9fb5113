import { expect, test } from "vitest";
import { LINE_LOOKS, markPath } from "./lineLooks";

test("four looks, no two alike in line or in mark", () => {
  expect(new Set(LINE_LOOKS.map((look) => look.dash)).size).toBe(4);
  expect(new Set(LINE_LOOKS.map((look) => look.mark)).size).toBe(4);
});

test("a mark is centred on its point and about as large as asked", () => {
  for (const { mark } of LINE_LOOKS.filter((look) => look.mark !== "ring")) {
    const points = [...markPath(mark, 100, 50, 4).matchAll(/([\d.]+) ([\d.]+)/g)].map(([, x, y]) => [
      Number(x),
      Number(y),
    ]);
    const middle = (at: 0 | 1) => points.reduce((sum, point) => sum + (point[at] ?? 0), 0) / points.length;
    expect(middle(0)).toBeCloseTo(100, 1);
    expect(middle(1)).toBeCloseTo(50, 1);
    for (const [x = 0, y = 0] of points) {
      expect(Math.hypot(x - 100, y - 50)).toBeGreaterThan(3.9);
      expect(Math.hypot(x - 100, y - 50)).toBeLessThan(5.5);
    }
  }
});
