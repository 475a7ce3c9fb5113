import { describe, expect, test } from "vitest";
import { moved, nearest, placeOfChosen } from "./spots";

const extent = { rules: 2, methods: 4, sources: 4 };

describe("the walk over the marks", () => {
  test("goes from the sources of one method to those of the next, and no further than the edges", () => {
    expect(moved({ rule: 0, method: 0, source: 3 }, 1, 0, extent)).toEqual({ rule: 0, method: 1, source: 0 });
    expect(moved({ rule: 0, method: 1, source: 0 }, -1, 1, extent)).toEqual({ rule: 1, method: 0, source: 3 });
    expect(moved({ rule: 1, method: 3, source: 3 }, 1, 1, extent)).toEqual({ rule: 1, method: 3, source: 3 });
    expect(moved({ rule: 0, method: 0, source: 0 }, -1, -1, extent)).toEqual({ rule: 0, method: 0, source: 0 });
  });

  test("stands where there is something, whatever was there before", () => {
    expect(nearest({ rule: 1, method: 3, source: 3 }, { ...extent, rules: 1 })).toEqual({
      rule: 0,
      method: 3,
      source: 3,
    });
    expect(nearest({ rule: 1, method: 3, source: 3 }, { ...extent, sources: 2 })).toMatchObject({ source: 1 });
    expect(nearest({ rule: 1, method: 0, source: 0 }, { ...extent, rules: 0 })).toMatchObject({ rule: 0 });
  });

  test("what was chosen stays with its rule, and is gone with it", () => {
    const chosen = { rule: "brand", method: 2, source: 1 } as const;
    expect(placeOfChosen(chosen, ["chain", "brand"], extent)).toEqual({ rule: 1, method: 2, source: 1 });
    expect(placeOfChosen(chosen, ["brand"], extent)).toEqual({ rule: 0, method: 2, source: 1 });
    expect(placeOfChosen(chosen, ["chain"], extent)).toBeNull();
    expect(placeOfChosen({ ...chosen, source: 3 }, ["brand"], { ...extent, sources: 3 })).toBeNull();
  });
});
