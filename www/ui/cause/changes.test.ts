import { describe, expect, it } from "vitest";
import { type Goal, pairsOf, removalOutcome, swapOutcome, usualGoal } from "./changes";

const LEAVE_FIRST: Goal = { way: "leave", top: 1 };
const LEAVE_THREE: Goal = { way: "leave", top: 3 };
const ENTER_THREE: Goal = { way: "enter", top: 3 };

describe("the usual question", () => {
  it("is how it would leave what it is in, and from below the top three how it would enter them", () => {
    expect([0, 1, 2, 3, 9, 10, 200].map(usualGoal)).toEqual([
      { way: "leave", top: 1 },
      { way: "leave", top: 3 },
      { way: "leave", top: 3 },
      ...Array.from({ length: 4 }, () => ENTER_THREE),
    ]);
  });
});

describe("taking clicks out", () => {
  it("needs one where one does it: the one that moves it most, and how many others do", () => {
    expect(removalOutcome(0, [0, 8, 1, 0], null, LEAVE_FIRST)).toEqual({
      kind: "found",
      removal: { slots: [1], rank: 8 },
      alone: 2,
    });
  });

  it("needs two where no single one does it", () => {
    const ranks = [-1, 4, 2, 4, -1, 3, 2, 3, -1];
    const pairs = pairsOf(ranks, 3);
    expect(pairs).toEqual([
      { slots: [0, 1], rank: 4 },
      { slots: [0, 2], rank: 2 },
      { slots: [1, 2], rank: 3 },
    ]);
    expect(removalOutcome(0, [1, 2, 0], pairs, LEAVE_THREE)).toEqual({
      kind: "found",
      removal: { slots: [0, 1], rank: 4 },
      alone: 0,
    });
    expect(removalOutcome(0, [1, 2, 0], null, LEAVE_THREE)).toEqual({ kind: "waiting" });
  });

  it("that is not enough says how near it comes", () => {
    const pairs = [{ slots: [0, 1], rank: 5 }];
    expect(removalOutcome(9, [7, 12], pairs, ENTER_THREE)).toEqual({
      kind: "none",
      closest: { slots: [0, 1], rank: 5 },
    });
  });

  it("has nothing to do for an item that is there, and a place is left at its edge", () => {
    expect(removalOutcome(2, [0], [], ENTER_THREE)).toEqual({ kind: "there" });
    expect(removalOutcome(3, [0], [], LEAVE_THREE)).toEqual({ kind: "there" });
    expect(removalOutcome(2, [3], [], LEAVE_THREE)).toMatchObject({ kind: "found" });
  });
});

describe("swaps", () => {
  const ranks = [
    [-1, -1, 7, 2, 0],
    [-1, 1, -1, 9, 0],
  ];

  it("are counted, the furthest first, and the item itself put into the session last", () => {
    const { tried, hits, best, closest } = swapOutcome(ranks, 4, ENTER_THREE);
    expect([tried, hits, closest]).toEqual([6, 4, null]);
    expect(best).toEqual([
      { slot: 1, by: 1, rank: 1 },
      { slot: 0, by: 3, rank: 2 },
      { slot: 0, by: 4, rank: 0 },
      { slot: 1, by: 4, rank: 0 },
    ]);
  });

  it("that do not do it say the closest", () => {
    expect(swapOutcome(ranks, 4, { way: "leave", top: 10 })).toEqual({
      tried: 6,
      hits: 0,
      best: [],
      closest: { slot: 1, by: 3, rank: 9 },
    });
  });

  it("are kept by the dozen, the furthest of them all", () => {
    const row = [-1, ...Array.from({ length: 401 }, (_, index) => (index * 7) % 401)];
    const { hits, best } = swapOutcome([row], 0, { way: "leave", top: 1 });
    expect([hits, best.length, best[0]?.rank, best.at(-1)?.rank]).toEqual([400, 12, 400, 389]);
  });
});
