import { describe, expect, test } from "vitest";
import { mixtureOf } from "./mixture";

describe("what a single map mixes", () => {
  test("side information that enters at the input or at the queries and keys is in the map", () => {
    expect(mixtureOf(["input"], "item")).toBe("all");
    expect(mixtureOf(["attention"], "item")).toBe("all");
  });

  test("side information that only shapes the loss or meets the items at the output is not", () => {
    expect([mixtureOf([], "item"), mixtureOf(["loss"], "item"), mixtureOf(["output"], "item")]).toEqual([
      "item",
      "item",
      "item",
    ]);
  });

  test("the attribute stack of a late fusion has no items in its map", () => {
    expect(mixtureOf(["output"], "attribute")).toBe("attribute");
  });
});
