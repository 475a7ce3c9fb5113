import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { mathmlOf, readFormulas } from "./mathml.mjs";

describe("formulas", () => {
  test("become MathML without <math>, classes or styles", () => {
    expect(mathmlOf("Q_I")).toBe("<msub><mi>Q</mi><mi>I</mi></msub>");
    expect(mathmlOf("K^{\\top}")).not.toMatch(/class|style/);
  });

  test("are read one a line, without comments", () => {
    expect(readFormulas("% a comment\n\none: x\ntwo: y % said of it\n")).toEqual({
      one: "<mi>x</mi>",
      two: "<mi>y</mi>",
    });
  });

  test("name the file and the line of what is wrong", () => {
    expect(() => readFormulas("one: x\ntwo", "f.tex")).toThrow(/^f.tex:2: /);
    expect(() => readFormulas("one: x\none: y", "f.tex")).toThrow(/^f.tex:2: /);
    expect(() => readFormulas("one: \\frac{", "f.tex")).toThrow(/^f.tex:1: /);
  });

  test("of the page can all be made", () => {
    const all = readFormulas(readFileSync(new URL("../content/formulas.tex", import.meta.url), "utf8"));
    expect(Object.keys(all).length).toBeGreaterThan(40);
  });
});
