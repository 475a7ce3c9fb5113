import { describe, expect, test } from "vitest";
import type { Truth, TruthClick } from "../../engine.ts";
import { countAsked, findExamples, kindOf } from "./findExamples";

describe("what a click is an example of", () => {
  test("right, in disagreement, or missed by all", () => {
    expect(kindOf(2, [2, 2, 2])).toBe("right");
    expect(kindOf(2, [2, 0, 1])).toBe("differ");
    expect(kindOf(2, [0, 0, 1])).toBe("wrong");
  });

  test("the last click is named by everybody: that all are right about it shows nothing", () => {
    expect(kindOf(0, [0, 0, 0])).toBeNull();
  });

  test("a method that cannot be asked is left out", () => {
    expect(kindOf(1, [1, 1, null])).toBe("right");
    expect(kindOf(1, [null, null, null])).toBeNull();
  });
});

describe("looking for three clicks", () => {
  const click = (named: (number | null)[], length = 5): TruthClick => ({
    ...{ user: 0, history: Array(length).fill(1), item: 2, rule: "chain", back: 1, truth: 1, rank: 0 },
    named,
  });
  const answer = (clicks: TruthClick[]): Truth => ({
    ...{ question: "which", sources: [], clicks },
    methods: ["leave_one_out", "gradient_times_input", "attention", "best"],
  });
  const find = (clicks: TruthClick[]) => findExamples(answer(clicks), clicks);

  test("takes the first of each kind, in one order", () => {
    const clicks = [click([0, 0, 2, 1]), click([1, 0, 0, 1]), click([1, 1, 1, 1]), click([1, 1, 0, 1])];
    expect(find(clicks).map(({ kind, click: of }) => [kind, clicks.indexOf(of)])).toEqual([
      ["right", 2],
      ["differ", 1],
      ["wrong", 0],
    ]);
  });

  test("says how many methods were asked: a model without attention has two", () => {
    const [all, two] = [click([1, 1, 1, 1]), click([1, 1, null, 1])];
    expect([find([all])[0]?.asked, find([two])[0]?.asked]).toEqual([3, 2]);
    expect([countAsked(answer([two])), countAsked(answer([two, all]))]).toEqual([2, 3]);
  });

  test("says where even who knows the rules names another click", () => {
    expect(find([click([0, 0, 0, 0])])[0]?.isHard).toBe(true);
    expect(find([click([0, 0, 0, 1])])[0]?.isHard).toBe(false);
  });

  test("passes over sessions that are too long to be taken in or leave no choice", () => {
    expect(find([click([1, 1, 1, 1], 15), click([1, 1, 1, 1], 2)])).toEqual([]);
  });
});
