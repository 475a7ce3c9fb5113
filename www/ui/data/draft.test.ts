import { describe, expect, test } from "vitest";
import { PRESET_WEIGHTS } from "../common/presets";
import { isPresetOpen, presetShop, shopKey } from "./draft";

describe("a shop", () => {
  const draft = { preset: "brand_loyal", seed: 212, sessions: null, weights: PRESET_WEIGHTS.brand_loyal } as const;

  test("as the preset has it, it is named by preset and seed alone, so that the shipped weights fit", () => {
    expect(shopKey(draft)).toEqual({ kind: "shop", config: { preset: "brand_loyal", seed: 212 } });
  });

  test("the card of a preset is open only as the card describes it", () => {
    const card = presetShop("brand_loyal");
    expect(isPresetOpen("brand_loyal", shopKey(card))).toBe(true);
    expect(isPresetOpen("department_chains", shopKey(card))).toBe(false);
    for (const change of [{ seed: 9 }, { sessions: 500 }, { weights: { ...card.weights, noise: 0.5 } }])
      expect(isPresetOpen("brand_loyal", shopKey({ ...card, ...change }))).toBe(false);
    expect(isPresetOpen("brand_loyal", { kind: "own", id: 1 })).toBe(false);
  });

  test("what differs is written down", () => {
    const weights = { ...draft.weights, noise: 0.5 };
    expect(shopKey({ ...draft, sessions: 500, weights })).toEqual({
      kind: "shop",
      config: { preset: "brand_loyal", seed: 212, sessions: 500, weights },
    });
  });
});
