import { describe, expect, test } from "vitest";
import { byClicks, drawnItems } from "./drawn";
import { readShared } from "./reading";
import { sharing, valueShapes } from "./values";

const item = (values: number[][], count = 0) => ({ name: "", pictogram: "", values, count });

describe("shapes of values", () => {
  // Value 1 is wide, 2 and 3 lie within it; item 4 holds none.
  const items = [item([]), item([[1, 2]]), item([[2, 1]]), item([[1, 3]]), item([[]]), item([[4]])];

  test("an item with several values wears the most common one", () => {
    const { values, worn, hasBags, hasOthers } = valueShapes({ items }, 0);
    expect(values.map(({ id, items: held }) => [id, held])).toEqual([
      [1, 3],
      [4, 1],
    ]);
    expect(worn.slice(1)).toEqual([1, 1, 1, null, 4]);
    expect([hasBags, hasOthers]).toEqual([true, true]);
    expect(new Set(values.map(({ glyph }) => glyph)).size).toBe(2);
  });

  test("the rarest values of many share a dot", () => {
    const many = [item([]), ...Array.from({ length: 40 }, (_, at) => item([[1 + (at % 20)]]))];
    for (let more = 0; more < 5; more++) many.push(item([[20]]));
    const { values, worn } = valueShapes({ items: many }, 0);
    expect(values.length).toBe(10);
    expect(values.at(-1)).toMatchObject({ id: 20, items: 7 });
    expect(worn[20]).toBe(20);
    expect(worn[19]).toBeNull();
  });

  test("data without attributes has none", () => {
    expect(valueShapes({ items }, null)).toMatchObject({ values: [], hasBags: false });
  });

  test("neighbours share an item where they hold one of its values", () => {
    expect(sharing({ items }, 0, 1, [2, 3, 4, 5])).toBe(2);
  });
});

describe("items that are drawn", () => {
  const items = [0, 5, 9, 1, 7, 3].map((clicks) => item([], clicks));

  test("are all of a small catalogue", () => {
    expect(drawnItems(items, [], 5)).toEqual([1, 2, 3, 4, 5]);
  });

  test("are the most clicked of a large one, and those that the page speaks of", () => {
    expect(drawnItems(items, [3, 2, 0, 99], 2)).toEqual([2, 3, 4]);
    expect(byClicks(items)).toEqual([2, 4, 1, 5, 3]);
  });
});

describe("the sentence", () => {
  test("tells what was learned from what there was by chance", () => {
    expect(readShared({ mean: 8.2, chance: 1.7 }, { mean: 1.6, chance: 1.7 })).toEqual({
      ...{ kind: "learned", after: 8.2, chance: 1.7 },
      before: { mean: 1.6, isChance: true },
    });
    expect(readShared({ mean: 8.2, chance: 1.7 }, { mean: 2.6, chance: 1.7 })).toMatchObject({
      before: { mean: 2.6, isChance: false },
    });
    expect(readShared({ mean: 8.2, chance: 1.7 }, null)).toMatchObject({ before: null });
  });

  test("says where training taught nothing of an attribute", () => {
    expect(readShared({ mean: 1.8, chance: 1.7 }, { mean: 1.6, chance: 1.7 }).kind).toBe("chance");
  });
});
