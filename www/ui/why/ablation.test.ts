import { describe, expect, test } from "vitest";
import type { Prediction, PredictRequest } from "../../engine.ts";
import { ablate, compare, whyStill } from "./ablation";

function list(items: number[]): Prediction {
  const ranks = new Uint32Array(40);
  items.forEach((item, index) => {
    ranks[item] = index + 1;
  });
  const top = items.map((item, index) => ({
    item,
    score: -index,
    probability: 0.5 / (index + 1),
    true_probability: null,
  }));
  return { top, ranks, attributes: [], dropped: 0 };
}

describe("a source switched off", () => {
  const whole = list([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11]);

  test("rank and probability are those of the item that led before", () => {
    const without = list([2, 3, 1, 4, 5, 6, 7, 8, 9, 10, 11]);
    expect(compare(whole, without, 2)).toEqual({ source: 2, probability: 0.5 / 3, isBound: false, rank: 3, fresh: 0 });
  });

  test("an item that left the list has at most the probability of the last place", () => {
    expect(compare(whole, list([2, 3, 4, 5]), 1)).toMatchObject({ probability: 0.5 / 4, isBound: true });
  });

  test("items that enter the first ten are counted", () => {
    const without = list([1, 21, 22, 4, 5, 6, 7, 8, 9, 11]);
    expect(compare(whole, without, 0).fresh).toBe(3);
  });

  test("each source is switched off alone", async () => {
    const asked: PredictRequest[] = [];
    const ask = async (request: PredictRequest) => {
      asked.push(request);
      return whole;
    };
    const table = await ablate(ask, [1], false, 3);
    expect(asked.map((request) => request.source_scale)).toEqual([undefined, [0, 1, 1], [1, 0, 1], [1, 1, 0]]);
    expect(table?.rows).toHaveLength(3);
  });
});

test("no source can change anything where there is nothing to choose between; [MASK] is something", () => {
  expect(whyStill([3])).toBe("offOne");
  expect(whyStill([3, 3, 3])).toBe("offSame");
  expect(whyStill([3, 3, 4])).toBeNull();
  expect(whyStill([3, 0])).toBeNull();
});
