import { describe, expect, it } from "vitest";
import type { Catalogue } from "../../engine.ts";
import exampleText from "../../ready/example.json?raw";
import { valueGroups } from "./valueGroups";

function catalogue(values: number[][], names: string[], kind: "bag" | "single" = "bag"): Catalogue {
  const items = [[], ...values].map((ids) => ({ name: "", pictogram: "", values: [ids], count: 0 }));
  return { attributes: [{ name: "category", kind, values: names }], items };
}
const NAMES = ["", "Camping", "Tent", "Stove", "Photo", "Lens", "Tripod"];

describe("valueGroups", () => {
  it("finds the kinds of every department", () => {
    const data = catalogue(
      [
        [1, 2],
        [1, 2],
        [1, 3],
        [4, 5],
        [4, 6],
        [4, 6],
      ],
      NAMES,
    );
    expect(valueGroups(data, 0)).toEqual([
      { id: 1, within: [2, 3] },
      { id: 4, within: [5, 6] },
    ]);
  });

  it("sees no groups where an item is of two wider values: genres", () => {
    const data = catalogue(
      [
        [1, 2],
        [1, 3],
        [1, 4],
        [4, 5],
        [4, 6],
      ],
      NAMES,
    );
    expect(valueGroups(data, 0)).toBeNull();
  });

  it("sees no groups where nothing lies within anything, nor of single values", () => {
    expect(valueGroups(catalogue([[1], [2], [3]], NAMES), 0)).toBeNull();
    expect(
      valueGroups(
        catalogue(
          [
            [1, 2],
            [1, 3],
            [4, 5],
            [4, 6],
          ],
          NAMES,
          "single",
        ),
        0,
      ),
    ).toBeNull();
  });

  it("sorts the shop's 70 categories into 10 departments, each value once", () => {
    const example = JSON.parse(exampleText);
    const groups = valueGroups(example.catalogue, 0);
    expect(groups).toHaveLength(10);
    const all = groups?.flatMap(({ id, within }) => [id, ...within]) ?? [];
    expect([...all].sort((a, b) => a - b)).toEqual(Array.from({ length: 70 }, (_, index) => index + 1));
  });
});
