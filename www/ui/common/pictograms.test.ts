import { describe, expect, it } from "vitest";
import shop from "../../../src/data/shop.rs?raw";
import { initials } from "./itemSign";
import { PICTOGRAMS } from "./pictograms";

/** The names the shop's catalogue gives its types: the second argument of `of("Tent", "tent", [...])`. */
function shopPictograms(): string[] {
  return [...shop.matchAll(/\bof\(\s*"[^"]+",\s*"([^"]+)"/g)].map(([, name]) => name ?? "");
}

describe("pictograms", () => {
  it("has a drawing for every type of the shop, and no other", () => {
    expect(Object.keys(PICTOGRAMS).sort()).toEqual(shopPictograms().sort());
  });

  it("stands in for a missing drawing with the first letters of two words", () => {
    expect(["Star Wars", "Fargo", "2001: A Space Odyssey", "기생충", ""].map(initials)).toEqual([
      "SW",
      "FA",
      "2A",
      "기생",
      "?",
    ]);
  });
});
