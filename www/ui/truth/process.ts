// What the shop that is open is known to do: its mix of rules, and by what each of them finds an earlier click (src/data/process.rs).
import { computed } from "@preact/signals";
import type { AttributeInfo, ProcessWeights } from "../../engine.ts";
import { openData } from "../../state/opened";
import { PRESET_WEIGHTS, shares } from "../common/presets";

/** Rules whose clicks have an earlier click behind them; noise has none. */
export const TRUTH_RULES = ["chain", "brand", "price", "transition"] as const satisfies (keyof ProcessWeights)[];
export type Rule = (typeof TRUTH_RULES)[number];

/** The attribute by which a rule finds its earlier click: crossed, for the chain goes by brand and brand by department. */
const CUES: Readonly<Partial<Record<Rule, string>>> = { chain: "brand", brand: "category" };

/** Index of the attribute that is a rule's cue; null where it has none. */
export function cueOf(rule: Rule, attributes: readonly Pick<AttributeInfo, "name">[]): number | null {
  const at = attributes.findIndex(({ name }) => name === CUES[rule]);
  return at < 0 ? null : at;
}

/** The mix of the open shop, as shares; null for data without a known process. */
export const mix = computed<ProcessWeights | null>(() => {
  const key = openData.value?.key;
  return key?.kind === "shop" ? shares(key.config.weights ?? PRESET_WEIGHTS[key.config.preset]) : null;
});

/** In this shop the attributes on show belong to other items. */
export const isShuffled = computed(() => {
  const key = openData.value?.key;
  return key?.kind === "shop" && key.config.preset === "side_information_useless";
});

/**
 * Rules with a row of their own. Price has no cue, so that a click of it looks like one of noise: where noise is the commoner of the
 * two, no explanation could tell them apart, and none is judged by it.
 */
export function shownRules(weights: ProcessWeights): readonly Rule[] {
  return TRUTH_RULES.filter((rule) => weights[rule] > 0 && (rule !== "price" || weights.price >= weights.noise));
}
