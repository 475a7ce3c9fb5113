import { describe, expect, test } from "vitest";
import { layoutAllMaps, mapUnder, moveMap } from "./allMapsLayout";
import { allShopMaps, shopLines } from "./fixtures/shopForms";
import { clickAt, layoutLines, middleOf } from "./linesLayout";
import { cellsOf, valueAt } from "./linesModel";

describe("every layer and head at a glance", () => {
  const model = allShopMaps();

  test("layers stand beside each other where there is room, and no map covers another", () => {
    const wide = layoutAllMaps(model, 880);
    const narrow = layoutAllMaps(model, 328);
    expect(wide.blocks.map(({ y }) => y)).toEqual([0, 0]);
    expect(narrow.blocks[1]?.y).toBeGreaterThan(narrow.side * 2);
    for (const { places, side, width } of [wide, narrow]) {
      const all = places.flat();
      expect(all.length).toBe(4 * 6);
      expect(Math.max(...all.map(({ x }) => x + side))).toBeLessThanOrEqual(width);
      const apart = all.every((a, at) =>
        all.slice(at + 1).every((b) => Math.abs(a.x - b.x) >= side || Math.abs(a.y - b.y) >= side),
      );
      expect(apart).toBe(true);
    }
  });

  test("a point finds its map, also at the edge; the names above find none", () => {
    const layout = layoutAllMaps(model, 328);
    const at = layout.places[2]?.[3] ?? { x: 0, y: 0 };
    expect(mapUnder(layout, at.x + 1, at.y + layout.side - 1)).toEqual({ head: 2, column: 3 });
    expect(mapUnder(layout, at.x, 4)).toBeNull();
  });

  test("arrows go from the last head of a layer to the first of the next, and stop at the ends", () => {
    const at = { head: 1, column: 5 };
    expect(moveMap(at, "down", 4, 6)).toEqual({ head: 2, column: 5 });
    expect(moveMap(at, "right", 4, 6)).toEqual(at);
    expect(moveMap(at, "start", 4, 6)).toEqual({ head: 1, column: 0 });
    expect(moveMap({ head: 0, column: 0 }, "up", 4, 6)).toEqual({ head: 0, column: 0 });
  });
});

describe("lines between the clicks", () => {
  const model = shopLines({});
  const focus = { row: 2, column: 1, isAlone: false } as const;

  test("a click has the lines of its row, or of its column, and none into the future", () => {
    expect(cellsOf(model, { ...focus, side: "looks" }).map(({ column }) => column)).toEqual([0, 1, 2]);
    expect(cellsOf(model, { ...focus, side: "lookedAt" }).map(({ row }) => row)).toEqual([1, 2, 3, 4, 5, 6, 7]);
    expect(cellsOf({ ...model, causal: false }, { ...focus, side: "looks" })).toHaveLength(8);
  });

  test("the weights of a row add up to 1", () => {
    const cells = cellsOf(model, { ...focus, row: 7, side: "looks" });
    expect(cells.reduce((sum, { row, column }) => sum + valueAt(model, row, column), 0)).toBeCloseTo(1, 5);
  });

  test("a height means the click that is drawn there", () => {
    const layout = layoutLines(8, 328);
    expect(clickAt(layout, middleOf(layout, 5), 8)).toBe(5);
    expect(clickAt(layout, layout.top - 1, 8)).toBeNull();
    expect(clickAt(layout, layout.height + 5, 8)).toBeNull();
    expect(layout.right).toBeGreaterThan(layout.left + 100);
  });
});
