import { describe, expect, test } from "vitest";
import type { Prediction } from "../../engine.ts";
import { agreement, placeAgainst, union } from "./lists";

/** Items in order of rank; item 0 is padding and no candidate. */
function list(items: readonly number[], depth = items.length): Prediction {
  const ranks = new Uint32Array(10);
  items.forEach((item, index) => {
    ranks[item] = index + 1;
  });
  const top = items
    .slice(0, depth)
    .map((item, index) => ({ item, score: 0, probability: 1 / (index + 2), true_probability: null }));
  return { top, ranks, attributes: [], dropped: 0 };
}

const a = list([1, 2, 3, 4, 5]);
const b = list([3, 2, 6, 1, 5], 3);

describe("two lists", () => {
  test("each row knows its rank in the other list and the difference in places", () => {
    expect(placeAgainst(a, b, 3)).toEqual([
      { item: 1, rank: 1, probability: 1 / 2, elsewhere: 4, places: 3, only: true },
      { item: 2, rank: 2, probability: 1 / 3, elsewhere: 2, places: 0, only: false },
      { item: 3, rank: 3, probability: 1 / 4, elsewhere: 1, places: -2, only: false },
    ]);
  });

  test("an item that is no candidate in the other list has no difference", () => {
    expect(placeAgainst(b, a, 3)[2]).toMatchObject({ item: 6, elsewhere: 0, places: 0, only: true });
  });

  test("agreement counts shared items and, of those, equal ranks", () => {
    expect(agreement(placeAgainst(a, b, 3))).toEqual({ shared: 2, same: 1 });
  });

  test("the union holds every item of any list once, best rank first, with what is known of it", () => {
    const rows = union([a, b], 3);
    expect(rows.map(({ item }) => item)).toEqual([1, 3, 2, 6]);
    expect(rows[0]).toEqual({ item: 1, ranks: [1, 4], probabilities: [1 / 2, null] });
    expect(rows[3]?.ranks).toEqual([0, 3]);
  });
});
