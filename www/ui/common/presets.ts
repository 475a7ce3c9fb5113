// The three shops by name. Their mixes are the generator's own (src/data/synthetic.rs); a test holds the two together.
import type { Preset, ProcessWeights } from "../../engine.ts";
import { RULES } from "../../state/dataKey";

export const PRESET_WEIGHTS: Readonly<Record<Preset, ProcessWeights>> = {
  brand_loyal: { chain: 0.45, brand: 0.4, price: 0.02, transition: 0.03, noise: 0.1 },
  department_chains: { chain: 0.85, brand: 0.05, price: 0.01, transition: 0.01, noise: 0.08 },
  side_information_useless: { chain: 0.08, brand: 0.05, price: 0.02, transition: 0.7, noise: 0.15 },
};

/** Each rule's part of all decisions; null when every rule is zero and nothing could decide. */
export function shares(weights: ProcessWeights): ProcessWeights | null {
  const sum = RULES.reduce((total, rule) => total + weights[rule], 0);
  if (!(sum > 0)) return null;
  const share = (rule: keyof ProcessWeights) => weights[rule] / sum;
  return {
    chain: share("chain"),
    brand: share("brand"),
    price: share("price"),
    transition: share("transition"),
    noise: share("noise"),
  };
}

export function sameMix(a: ProcessWeights, b: ProcessWeights): boolean {
  return RULES.every((rule) => Math.abs(a[rule] - b[rule]) < 1e-9);
}
