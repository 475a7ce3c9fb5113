import { describe, expect, it } from "vitest";
import { barScale, rankChange } from "./rankChange";

const before = Uint32Array.from([0, 4, 1, 0]);

describe("rankChange", () => {
  it("counts places gained upwards", () => {
    expect(rankChange(1, 1, before)).toEqual({ kind: "moved", places: 3 });
    expect(rankChange(3, 2, before)).toEqual({ kind: "moved", places: -2 });
  });

  it("tells apart the same rank, a new candidate and no baseline", () => {
    expect(rankChange(1, 2, before)).toEqual({ kind: "same" });
    expect(rankChange(9, 3, before)).toEqual({ kind: "new" });
    expect(rankChange(9, 3, null)).toEqual({ kind: "none" });
    expect(rankChange(9, 7, before)).toEqual({ kind: "none" });
  });
});

describe("barScale", () => {
  it("fits the longest of bars and ticks and survives an all-zero list", () => {
    expect(barScale([0.1, 0.2, null])(0.2)).toBe(97.5);
    expect(barScale([0, null])(0)).toBe(0);
  });
});
