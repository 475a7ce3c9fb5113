import { describe, expect, test } from "vitest";
import { DEFAULT_WISH } from "./wishField";

describe("a kept wish", () => {
  test("comes back as it was", () => {
    const wish = { systems: ["sasrec", "nova"], epochs: 5, seeds: 3, firstSeed: 9, targets: "prefix" } as const;
    expect(readWish(JSON.stringify(wish))).toEqual(wish);
  });

  test("that makes no sense is as good as none", () => {
    for (const text of [null, "", "{", "3", "[]", '{"systems":[]}', '{"systems":[1],"seeds":2,"epochs":-1}']) {
      expect(readWish(text)).toEqual(DEFAULT_WISH);
    }
  });

  test("keeps what does make sense, four systems at most and each once", () => {
    const read = readWish('{"systems":["a","a","b","c","d","e"],"epochs":2.5,"firstSeed":1e20}');
    expect(read.systems).toEqual(["a", "b", "c", "d"]);
    expect(read).toMatchObject({ epochs: null, firstSeed: null, seeds: 1 });
  });
});
