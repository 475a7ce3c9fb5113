import { describe, expect, it } from "vitest";
import shop from "../../../src/data/shop.rs?raw";
import type { Catalogue } from "../../engine.ts";
import example from "../../ready/example.json";
import { searchCatalogue } from "../session/searchCatalogue";
import { fetchPictograms, initials, itemSign } from "./itemSign";
import { OPENING_PICTOGRAMS } from "./openingPictograms";
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

  it("has those at once that the opening example shows, and no more", () => {
    const { items } = example.catalogue;
    // As many as the first view shows on any width.
    const tiles = searchCatalogue(example.catalogue as Catalogue, "", []).slice(0, 24);
    const shown = [...example.session, ...example.prediction.top.slice(0, 10).map(({ item }) => item), ...tiles];
    const names = new Set(shown.map((id) => items[id]?.pictogram ?? ""));
    expect(Object.keys(OPENING_PICTOGRAMS).sort()).toEqual([...names].sort());
  });

  it("keeps the place of one that is on its way free, and draws it when it is here", async () => {
    const boot = { name: "Trail boot", pictogram: "boot" };
    expect(itemSign(boot).drawing).toBe("");
    expect(itemSign({ name: "Fargo", pictogram: "" }).drawing).toBeNull();
    await fetchPictograms();
    expect(itemSign(boot).drawing).toBe(PICTOGRAMS.boot);
    expect(itemSign({ name: "Fargo", pictogram: "none of ours" }).drawing).toBeNull();
  });
});
