import { describe, expect, it } from "vitest";
import { axisText, percentBeside, signedBy } from "./written";

const plain = (texts: readonly string[]) => texts.map((text) => text.replace("\u00a0", " "));

describe("numbers", () => {
  it("of a probability have more digits where it is small, and none that the comparison does not need", () => {
    expect(plain([percentBeside(0.205, 0.205), percentBeside(0.0017, 0.205), percentBeside(0.00056, 0.00056)])).toEqual(
      ["20.5 %", "0.2 %", "0.056 %"],
    );
    expect(plain([percentBeside(0.12585, 0.00056), percentBeside(0.0042, 0.0051)])).toEqual(["12.6 %", "0.42 %"]);
  });

  it("at the end of an axis are whole", () => {
    expect(plain([0.16, 0.025, 0.0012, 1, 0.35].map(axisText))).toEqual(["16 %", "2.5 %", "0.12 %", "100 %", "35 %"]);
  });

  it("with a sign keep two digits of the largest", () => {
    const small = signedBy([0.0512, -0.0004]);
    expect([small(0.0512), small(-0.0004), signedBy([1.48])(1.48), signedBy([0, 0])(0)]).toEqual([
      "+0.051",
      "0.000",
      "+1.48",
      "0.00",
    ]);
  });
});
