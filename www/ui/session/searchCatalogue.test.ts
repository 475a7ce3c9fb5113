import { describe, expect, it } from "vitest";
import type { Catalogue } from "../../engine.ts";
import { facetValues } from "./countFacets";
import { searchCatalogue } from "./searchCatalogue";

const catalogue: Catalogue = {
  attributes: [
    { name: "category", kind: "bag", values: ["", "Camping", "Tent", "Photo"] },
    { name: "brand", kind: "single", values: ["", "Norvelo", "Kamuri"] },
  ],
  items: [
    { name: "", pictogram: "", values: [[], []], count: 0 },
    { name: "Dome tent", pictogram: "tent", values: [[1, 2], [1]], count: 3 },
    { name: "Tent pegs", pictogram: "", values: [[1], [2]], count: 1 },
    { name: "Extent meter", pictogram: "", values: [[3], [1]], count: 9 },
    { name: "Camera", pictogram: "camera", values: [[3], [2]], count: 5 },
  ],
};
const none = [new Set<number>(), new Set<number>()];

describe("searchCatalogue", () => {
  it("puts names that start with the words first, then words inside, then parts of words", () => {
    expect(searchCatalogue(catalogue, "tent", none)).toEqual([2, 1, 3]);
  });

  it("orders by clicks without a query and never shows padding", () => {
    expect(searchCatalogue(catalogue, " ", none)).toEqual([3, 4, 1, 2]);
  });

  it("finds items by the values of their attributes", () => {
    expect(searchCatalogue(catalogue, "kamuri", none)).toEqual([4, 2]);
  });

  it("finds a name that is written without its spaces", () => {
    expect(searchCatalogue(catalogue, "tentpegs", none)).toEqual([2]);
  });

  it("ignores case and accents", () => {
    expect(searchCatalogue(catalogue, "CÁMERA", none)).toEqual([4]);
  });

  it("joins values of one attribute with or, attributes with and", () => {
    expect(searchCatalogue(catalogue, "", [new Set([2, 3]), new Set([1])])).toEqual([3, 1]);
  });
});

describe("facetValues", () => {
  it("counts each value of a bag, under the choices in the other attributes only", () => {
    const choice = [new Set([3]), new Set([1])];
    expect(facetValues(catalogue, 0, choice).map(({ name, count }) => [name, count])).toEqual([
      ["Camping", 1],
      ["Tent", 1],
      ["Photo", 1],
    ]);
  });
});
