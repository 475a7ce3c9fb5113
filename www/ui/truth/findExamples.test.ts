import { describe, expect, test } from "vitest";
import type { RealSession, Truth } from "../../engine.ts";
import type { Ask } from "../../state/question";
import { findExamples, kindOf } from "./findExamples";

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
  const answer: Truth = {
    question: "which",
    sources: [],
    methods: ["leave_one_out", "gradient_times_input", "attention"],
    clicks: [
      [1, 1, 1],
      [1, 0, 0],
      [0, 0, 2],
    ].map((named, user) => ({ user, history: [], item: 1, rule: "chain", back: 1, truth: 1, named, rank: 0 })),
  };
  const sessions = (of: (seed: number) => RealSession): Ask =>
    (async (_: string, { seed }: { seed: number }) => of(seed)) as unknown as Ask;

  test("takes the first test session of each kind, with its seed", async () => {
    const ask = sessions((seed) => ({ items: [1, 2, 3, 4, 5], target: 6, user: (seed + 1) % 5 }));
    const found = await findExamples(ask, answer, answer.clicks);
    expect(found.map(({ kind, click, seed }) => [kind, click.user, seed])).toEqual([
      ["right", 0, 4],
      ["differ", 1, 5],
      ["wrong", 2, 1],
    ]);
  });

  test("gives up where a kind is not to be had", async () => {
    let asked = 0;
    const ask = sessions(() => {
      asked += 1;
      return { items: [1, 2, 3, 4], target: 6, user: 1 };
    });
    expect((await findExamples(ask, answer, answer.clicks)).map(({ kind }) => kind)).toEqual(["differ"]);
    expect(asked).toBe(600);
  });

  test("passes over sessions that are too long to be taken in", async () => {
    const ask = sessions(() => ({ items: Array(15).fill(1), target: 6, user: 0 }));
    expect(await findExamples(ask, answer, answer.clicks)).toEqual([]);
  });
});
