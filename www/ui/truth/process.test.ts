import { describe, expect, test } from "vitest";
import process from "../../../src/data/process.rs?raw";
import { PRESET_WEIGHTS } from "../common/presets";
import { cueOf, shownRules, TRUTH_RULES } from "./process";

const attributes = [{ name: "category" }, { name: "brand" }, { name: "price band" }];

describe("by what a rule finds an earlier click", () => {
  test("crossed: the chain by brand, brand by department, the others by nothing", () => {
    expect(TRUTH_RULES.map((rule) => cueOf(rule, attributes))).toEqual([1, 0, null, null]);
  });

  test("is what the generator does", () => {
    const docs = process.replaceAll("//!", "").replace(/\s+/g, " ");
    expect(docs).toContain("Under `chain` the cue is the brand");
    expect(docs).toContain("Under `brand` the cue is the department");
    expect(docs).toContain("Under `price` there is no cue");
    expect(process).toContain("cues[id] = [Some(brand), Some(kind / shop::TYPES), None];");
  });

  test("other attributes are no cue", () => {
    expect(cueOf("chain", [{ name: "colour" }])).toBeNull();
  });
});

describe("rules with a row of their own", () => {
  test("price has none where noise is commoner, as in all shops of the page", () => {
    for (const weights of Object.values(PRESET_WEIGHTS)) {
      expect(shownRules(weights)).toEqual(["chain", "brand", "transition"]);
    }
    expect(shownRules({ chain: 0.3, brand: 0.3, price: 0.15, transition: 0.15, noise: 0.1 })).toContain("price");
  });

  test("a rule that never decides has none", () => {
    expect(shownRules({ chain: 1, brand: 0, price: 0, transition: 0, noise: 0.1 })).toEqual(["chain"]);
  });
});
