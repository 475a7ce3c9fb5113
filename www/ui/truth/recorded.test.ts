import { describe, expect, it } from "vitest";
import type { SyntheticConfig } from "../../engine.ts";
import { PRESET_WEIGHTS } from "../common/presets";
import { isOfRecord } from "./recorded";

const record = { seed: 212 };
const beside = (config: SyntheticConfig) => isOfRecord(record, { kind: "shop", config });
const weights = PRESET_WEIGHTS.brand_loyal;

describe("the recorded agreements", () => {
  it("stand beside the shop whose clicks they are of, whatever it is called", () => {
    expect(beside({ preset: "brand_loyal", seed: 212 })).toBe(true);
    expect(beside({ preset: "brand_loyal", seed: 212, weights })).toBe(true);
    expect(beside({ preset: "side_information_useless", seed: 212, weights })).toBe(true);
    const doubled = { chain: 0.9, brand: 0.8, price: 0.04, transition: 0.06, noise: 0.2 };
    expect(beside({ preset: "department_chains", seed: 212, weights: doubled })).toBe(true);
  });

  it("stand beside no other data", () => {
    expect(beside({ preset: "department_chains", seed: 212 })).toBe(false);
    expect(beside({ preset: "side_information_useless", seed: 212 })).toBe(false);
    expect(beside({ preset: "brand_loyal", seed: 213 })).toBe(false);
    expect(beside({ preset: "brand_loyal", seed: 212, sessions: 500 })).toBe(false);
    expect(beside({ preset: "brand_loyal", seed: 212, weights: { ...weights, chain: 0.1 } })).toBe(false);
    expect(isOfRecord(record, { kind: "own", id: 1 })).toBe(false);
  });
});
