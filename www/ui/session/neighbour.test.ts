import { describe, expect, it } from "vitest";
import { neighbour } from "./neighbour";

const grid = [0, 1, 2, 3, 4].map((index) => ({
  left: (index % 3) * 60,
  top: Math.floor(index / 3) * 50,
  width: 60,
  height: 50,
}));

describe("neighbour", () => {
  it("walks along rows and columns", () => {
    expect(neighbour(grid, 0, "right")).toBe(1);
    expect(neighbour(grid, 1, "down")).toBe(4);
    expect(neighbour(grid, 4, "up")).toBe(1);
    expect(neighbour(grid, 4, "left")).toBe(3);
  });

  it("stays where nothing lies in that direction", () => {
    expect(neighbour(grid, 0, "up")).toBe(0);
    expect(neighbour(grid, 4, "down")).toBe(4);
  });

  it("starts at the first box when none is focused", () => {
    expect(neighbour(grid, -1, "right")).toBe(0);
  });
});
