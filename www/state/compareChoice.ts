// What the visitor chose to compare: the wish of the state, with the numbers of the data's defaults.
import { computed } from "@preact/signals";
import type { RunConfig } from "../engine.ts";
import { type Budget, plan } from "./comparePlan";
import { current, set } from "./current";
import { defaultConfigs } from "./defaultConfigs";
import { FIRST_SYSTEM } from "./firstSystem";
import { systems } from "./systems";
import type { Wish } from "./wishField";

/** The claim in two: decoupled against early fusion. */
export const BOTH = ["dif_sr", "sasrecf"] as const;

/** The wish itself, before anything is known of the data. */
export const wish = current.wish;

export function changeWish(change: Partial<Wish>): void {
  set({ wish: { ...wish.peek(), ...change } });
}

/** The settings that stand for the data's: those of the first system, or of a chosen one; null until the engine has named them. */
export const reference = computed<RunConfig | null>(() => {
  const ids = [FIRST_SYSTEM, ...systems.value.map(({ id }) => id).filter((id) => wish.value.systems.includes(id))];
  return ids.map((id) => defaultConfigs.value.get(id)).find((config) => config !== undefined) ?? null;
});

/** The wish with those numbers where it names none. */
export const budget = computed<Budget | null>(() => {
  if (!reference.value) return null;
  const { epochs, seed } = reference.value.training;
  return { ...wish.value, epochs: wish.value.epochs ?? epochs, firstSeed: wish.value.firstSeed ?? seed };
});

export const planned = computed(() => (budget.value ? plan(budget.value, systems.value, defaultConfigs.value) : []));
