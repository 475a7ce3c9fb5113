import { expect, test } from "vitest";
import { KEY_MARK, KEY_WIDTH, LINE_LOOKS, markPath } from "./lineLooks";

/** Where a half of a key has ink, from its outer end to the mark. */
function ink(dash: string | null, length: number): string {
  const pattern = dash?.split(" ").map(Number) ?? [length];
  const pieces: string[] = [];
  for (let at = 0, index = 0; at < length; index++) {
    const piece = pattern[index % pattern.length] ?? length;
    if (index % 2 === 0) pieces.push(`${at}-${Math.min(length, at + piece)}`);
    at += piece;
  }
  return pieces.join(" ");
}

test("four looks, no two alike in line or in mark", () => {
  expect(new Set(LINE_LOOKS.map((look) => look.dash)).size).toBe(4);
  expect(new Set(LINE_LOOKS.map((look) => look.mark)).size).toBe(4);
});

test("beside its mark each key shows a line of its own, as large as it is drawn", () => {
  const half = KEY_WIDTH / 2 - KEY_MARK;
  const seen = LINE_LOOKS.map((look) => ink(look.dash, half));
  expect(new Set(seen).size).toBe(4);
  // A dash that is wider than the half of its key would look solid there.
  LINE_LOOKS.forEach((look, index) => {
    if (look.dash) expect(seen[index]?.split(" ").length).toBeGreaterThan(1);
  });
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
      expect(Math.hypot(x - 100, y - 50)).toBeLessThan(5.7);
    }
  }
});
