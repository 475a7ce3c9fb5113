import { describe, expect, it } from "vitest";
import { attributeLetters } from "../../state/sourceLetters";
import { attributeSources, sourceViews } from "./sources";

describe("letters of attributes", () => {
  it("are the first free letter of the name; I, P and F belong to item, position and fused", () => {
    expect(attributeLetters(["category", "brand", "price band"])).toEqual(["C", "B", "R"]);
    expect(attributeLetters(["item", "film", "position"])).toEqual(["T", "L", "O"]);
  });

  it("fall back on the alphabet when a name has no free letter", () => {
    expect(attributeLetters(["a", "aa", "1990", "파이"])).toEqual(["A", "B", "C", "파"]);
  });
});

describe("sources", () => {
  it("take shapes in the order of the data and reuse the first after the fourth", () => {
    const shapes = attributeSources(["a", "b", "c", "d", "e"].map((name) => ({ name }))).map(({ shape }) => shape);
    expect(shapes).toEqual(["attr1", "attr2", "attr3", "attr4", "attr1"]);
  });

  it("that a model mixes before it compares wear the mark of what is fused", () => {
    expect(sourceViews([{ kind: "joint", name: "joint", attribute: null }], []).map(({ kind }) => kind)).toEqual([
      "fused",
    ]);
  });

  it("follow the order of the model", () => {
    const views = sourceViews(
      [
        { kind: "item", name: "item", attribute: null },
        { kind: "position", name: "position", attribute: null },
        { kind: "attribute", name: "brand", attribute: 1 },
      ],
      [{ name: "category" }, { name: "brand" }],
    );
    expect(views.map(({ letter, shape }) => letter + shape)).toEqual(["Iitem", "Pposition", "Battr2"]);
  });
});
