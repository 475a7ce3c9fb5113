import { describe, expect, test } from "vitest";
import { LEVELS, levelAt, levelColour, neutralLevel, signedLevel, weightLevel } from "./ramps";
import { PAGE } from "./tokens";

describe("ramps", () => {
  test("zero is the middle of the diverging ramp whatever the bound", () => {
    expect(signedLevel(0, 2)).toBe(neutralLevel("div"));
    expect(levelColour(PAGE, "div", signedLevel(0, 7))).toBe("var(--div-4)");
  });

  test("values outside the bound take the last colour", () => {
    expect(signedLevel(-9, 2)).toBe(0);
    expect(weightLevel(3, 1)).toBe(LEVELS - 1);
    expect(levelAt(Number.NaN)).toBe(0);
  });

  test("a bound of zero gives the neutral colour", () => {
    expect(weightLevel(0, 0)).toBe(neutralLevel("seq"));
    expect(signedLevel(0, 0)).toBe(neutralLevel("div"));
  });

  test("between two stops the colour is a mix of them", () => {
    expect(levelColour(PAGE, "seq", 5)).toBe("color-mix(in oklab, var(--seq-2) 25%, var(--seq-1))");
    expect(levelColour(PAGE, "seq", LEVELS - 1)).toBe("var(--seq-8)");
  });
});
