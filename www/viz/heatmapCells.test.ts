import { describe, expect, test } from "vitest";
import { cellAt, moveCell } from "./gridMoves";
import { cellBox, cellPaths, staircase } from "./heatmapCells";

describe("heat map cells", () => {
  test("cells tile the map without gaps or overlap in whole pixels", () => {
    const size = 7;
    const side = 110;
    for (let i = 0; i + 1 < size; i++) {
      const here = cellBox({ row: i, column: i }, size, side);
      const next = cellBox({ row: i + 1, column: i + 1 }, size, side);
      expect(here.x + here.width).toBe(next.x);
      expect(here.y + here.height).toBe(next.y);
    }
    const last = cellBox({ row: size - 1, column: size - 1 }, size, side);
    expect(last.x + last.width).toBe(side);
  });

  test("cells of one colour share one path and masked cells leave no trace", () => {
    const paths = cellPaths(3, 60, (row, column) => (column > row ? null : column === row ? 8 : 2));
    expect(paths.map((path) => path.level)).toEqual([2, 8]);
    expect(paths[0]?.d.match(/M/g)).toHaveLength(3);
    expect(paths[1]?.d).toBe("M0 0h19v19h-19zM20 20h19v19h-19zM40 40h19v19h-19z");
  });

  test("neighbours of one colour without a line between them are one rectangle", () => {
    const paths = cellPaths(20, 100, (row, column) => (column > row ? null : column === 3 ? 9 : 4));
    expect(paths[0]?.d.startsWith("M0 0h5v5h-5z")).toBe(true);
    // The last row: twenty cells, cut in three by the other colour.
    expect(paths[0]?.d.endsWith("M0 95h15v5h-15zM20 95h80v5h-80z")).toBe(true);
  });

  test("where cells are smaller than a pixel, the one that says most is seen", () => {
    const paths = cellPaths(
      200,
      100,
      (row, column) => (column > row ? null : row === 150 && column === 70 ? 2 : 16),
      16,
    );
    const strong = paths.find((path) => path.level === 2);
    expect(strong?.d).toBe("M35 75h1v1h-1z");
    for (const { d } of paths) expect(d).not.toMatch(/h0|v0|h-\d+\.|\./);
  });

  test("200 items cost few characters and no more than one path for a colour", () => {
    const paths = cellPaths(200, 136, (row, column) => (column > row ? null : (row * 7 + column * 3) % 33), 16);
    expect(paths.length).toBeLessThanOrEqual(33);
    expect(paths.reduce((sum, { d }) => sum + d.length, 0)).toBeLessThan(250_000);
  });

  test("a point outside the map hits no cell", () => {
    expect(cellAt(30, 50, 6, 60)).toEqual({ row: 5, column: 3 });
    expect(cellAt(-1, 5, 6, 60)).toBeNull();
    expect(cellAt(60, 5, 6, 60)).toBeNull();
  });

  test("arrow keys stop at the mask", () => {
    expect(moveCell({ row: 2, column: 2 }, "right", 5, true)).toEqual({ row: 2, column: 2 });
    expect(moveCell({ row: 2, column: 2 }, "up", 5, true)).toEqual({ row: 1, column: 1 });
    expect(moveCell({ row: 0, column: 0 }, "up", 5, true)).toEqual({ row: 0, column: 0 });
    expect(moveCell({ row: 4, column: 1 }, "end", 5, true)).toEqual({ row: 4, column: 4 });
    expect(moveCell({ row: 4, column: 1 }, "down", 5, true)).toEqual({ row: 4, column: 1 });
    expect(moveCell({ row: 2, column: 2 }, "right", 5, false)).toEqual({ row: 2, column: 3 });
    expect(moveCell({ row: 0, column: 1 }, "end", 5, false)).toEqual({ row: 0, column: 4 });
  });

  test("the outline of a causal map is a staircase", () => {
    expect(staircase(2, 10)).toBe("M0 0H5V5H10V10H0Z");
  });
});
