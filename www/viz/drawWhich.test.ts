import { describe, expect, test } from "vitest";
import { placeMarks } from "./drawWhich";
import { SMALLEST } from "./marks";
import { textWidth } from "./textWidth";

const NAMES = ["always the last click 35", "best without the click 64", "best possible 93"];

describe("marks that nobody learns", () => {
  for (const [what, places, end] of [
    ["wide", [420, 560, 700], 740],
    ["on a phone, where the first name has no room at the left of its line", [115, 206, 298], 322],
    ["all at the right", [290, 292, 318], 322],
    ["all at the left", [20, 40, 60], 322],
  ] as const)
    test(`no line runs through another's name: ${what}`, () => {
      const marks = places.map((x, at) => ({ x, text: NAMES[at] ?? "" }));
      const placed = placeMarks(marks, end);
      expect(placed).toHaveLength(marks.length);
      for (const [at, { text, from, x, isOver }] of placed.entries()) {
        const to = from + textWidth(text, SMALLEST);
        expect(from).toBeGreaterThanOrEqual(0);
        expect(to).toBeLessThanOrEqual(end);
        // Lines of the marks above go down past this name.
        for (const above of placed.slice(0, at)) expect(above.x <= from || above.x >= to).toBe(true);
        expect(isOver || x <= from || x >= to).toBe(true);
      }
    });
});
