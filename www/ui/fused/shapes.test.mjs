import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { clicksRead, comparedWidths, fusionParameters, rowsRead, shapesOf } from "./shapes";

const decoupled = {
  ...{ kind: "dif_sr", hidden_size: 32, n_heads: 8, n_layers: 2, max_length: 19 },
  attributes: [{ attribute_hidden_size: 16 }, { attribute_hidden_size: 12 }],
};

describe("the sizes of a model", () => {
  test("each attribute of decoupled fusion has a width of its own, rounded down to whole heads", () => {
    const shapes = shapesOf(decoupled, 2);
    expect(shapes && comparedWidths(shapes)).toEqual([4, 4, 2, 1]);
  });

  test("attributes that join the item are as wide as it", () => {
    const shapes = shapesOf({ kind: "sasrecf", hidden_size: 32, n_heads: 8, n_layers: 2, max_length: 19 }, 3);
    expect(shapes?.attributes.map(({ width }) => width)).toEqual([32, 32, 32]);
  });

  test("a model without attention has none", () => {
    expect(shapesOf({ kind: "gru4rec", hidden_size: 32 }, 3)).toBeNull();
  });
});

describe("the rows of a model's tables", () => {
  const rows = (kind, clicks) => {
    const shapes = shapesOf({ ...decoupled, kind }, 2);
    return [clicksRead(shapes, clicks), rowsRead(shapes, clicks)];
  };

  test("are the clicks, as many of the newest as it has slots for", () => {
    expect(rows("dif_sr", 7)).toEqual([7, 7]);
    expect(rows("dif_sr", 25)).toEqual([19, 19]);
  });

  test("and [MASK], which takes the place of a click where there is no other", () => {
    expect(rows("dif_bert", 7)).toEqual([7, 8]);
    expect(rows("dif_bert", 25)).toEqual([18, 19]);
  });
});

test("what a fusion adds is what the ready models differ by", () => {
  const { systems } = JSON.parse(readFileSync(new URL("../../ready/brand_loyal/index.json", import.meta.url), "utf8"));
  const parameters = (id) => systems.find((one) => one.id === id).parameters;
  // Five sources, 19 slots, two layers.
  for (const fusion of ["concat", "gate"]) {
    expect(parameters(`dif_sr-${fusion}`) - parameters("dif_sr")).toBe(2 * fusionParameters(fusion, 5, 19));
  }
});
