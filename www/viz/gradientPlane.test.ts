import { describe, expect, it } from "vitest";
import { normOf, planeOf } from "./gradientPlane";

const cosine = (a: number[], b: number[]) =>
  a.reduce((sum, value, at) => sum + value * (b[at] ?? 0), 0) / (normOf(a) * normOf(b));

const ITEM = [1, -2, 0.5, 3];
const OTHER = [-0.3, 1, 2, 0.4];
const THIRD = [2, 2, -1, 0.1];

describe("gradients in a plane", () => {
  it("put the item upright and every other one at its true angle", () => {
    const { rays } = planeOf([ITEM, OTHER, THIRD], 4);
    expect(rays.map(({ members }) => members)).toEqual([[0], [1], [2]]);
    expect(rays[0]?.angle).toBe(0);
    for (const [at, other] of [OTHER, THIRD].entries()) {
      expect(Math.cos(rays[at + 1]?.angle ?? 0)).toBeCloseTo(cosine(ITEM, other), 12);
    }
    expect(rays.map(({ norm }) => norm)).toEqual([ITEM, OTHER, THIRD].map(normOf));
  });

  it("turn a vector and its mirror image to different sides", () => {
    const across = [2, 1, 0, 0];
    const mirrored = ITEM.map((value, at) => value - (across[at] ?? 0));
    const { rays } = planeOf([ITEM, ITEM.map((value, at) => value + (across[at] ?? 0)), mirrored], 4);
    expect((rays[1]?.angle ?? 0) * (rays[2]?.angle ?? 0)).toBeLessThan(0);
    expect(rays[1]?.angle).toBeCloseTo(-(rays[2]?.angle ?? 0), 12);
  });

  it("make one arrow of the same numbers, and not of scaled copies", () => {
    const doubled = ITEM.map((value) => 2 * value);
    const rounded = ITEM.map((value) => value * (1 + 4e-6));
    const { rays } = planeOf([ITEM, rounded, doubled], 8);
    expect(rays.map(({ members }) => members)).toEqual([[0, 1], [2]]);
    expect(rays[1]?.angle).toBeCloseTo(0, 6);
  });

  it("give vectors of another width a length and no angle", () => {
    const { rays, apart } = planeOf([ITEM, [3, 4]], 5);
    expect(rays.map(({ members }) => members)).toEqual([[0]]);
    expect(apart).toEqual([{ member: 1, norm: 5 }]);
  });

  it("tell rounding from a gradient", () => {
    expect(planeOf([ITEM, OTHER.map((value) => value * 1e-8)], 4).rays.length).toBe(2);
    const { rays, silent } = planeOf([ITEM, ITEM.map((value) => value * 1e-14), OTHER], 4);
    expect(silent).toEqual([1]);
    expect(rays.map(({ members }) => members)).toEqual([[0], [2]]);
    // Without an upright one there is no angle to any.
    expect(planeOf([ITEM.map(() => 0), OTHER], 4)).toMatchObject({ rays: [], silent: [0], apart: [{ member: 1 }] });
  });
});
