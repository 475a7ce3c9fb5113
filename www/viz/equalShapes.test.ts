import { expect, test } from "vitest";
import { areaOf, equalCorners, equalOutline } from "./equalShapes";
import type { SourceToken } from "./tokens";

const TOKENS: SourceToken[] = ["src-position", "src-attr1", "src-attr2", "src-attr3", "src-attr4", "src-fused"];

test.each(TOKENS)("%s covers as much as the circle of its radius", (token) => {
  expect(areaOf(equalCorners(token, 7))).toBeCloseTo(Math.PI * 49, 6);
});

test("half the share is half the area", () => {
  const [one, half] = [1, 0.5].map((share) => areaOf(equalCorners("src-attr3", Math.sqrt(share) * 10)));
  expect(half).toBeCloseTo((one ?? 0) / 2, 6);
});

test("an outline is closed and stands where it is asked for", () => {
  expect(equalOutline("src-item", 20, 10, 4)).toBe("M16 10a4 4 0 1 0 8 0a4 4 0 1 0 -8 0z");
  const middle =
    equalOutline("src-attr1", 20, 10, 4)
      .match(/-?\d+(\.\d+)?/g)
      ?.map(Number) ?? [];
  const mean = (odd: number) => middle.filter((_, at) => at % 2 === odd).reduce((sum, x) => sum + x, 0) / 4;
  expect(mean(0)).toBeCloseTo(20, 1);
  expect(mean(1)).toBeCloseTo(10, 1);
});
