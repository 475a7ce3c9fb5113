// What the visitor chose to compare: the wish of the state, with the numbers of the data's defaults.
import { computed } from "@preact/signals";
import { defaults, REFERENCE } from "./compareDefaults";
import { type Choice, plan } from "./comparePlan";
import { current, set } from "./current";
import { systems } from "./systems";
import type { Wish } from "./wishField";

/** The claim in two: decoupled against early fusion. */
export const BOTH = ["dif_sr", "sasrecf"] as const;

/** The wish itself, before anything is known of the data. */
export const wish = current.wish;

export function changeWish(change: Partial<Wish>): void {
  set({ wish: { ...wish.peek(), ...change } });
}

/** The wish with the numbers of the data's defaults; null until the engine has named them. */
export const choice = computed<Choice | null>(() => {
  const chosen = systems.value.find(({ id }) => wish.value.systems.includes(id) && defaults.value[id]);
  const reference = defaults.value[REFERENCE] ?? (chosen ? defaults.value[chosen.id] : undefined);
  if (!reference) return null;
  const { epochs, seed } = reference.training;
  return { ...wish.value, epochs: wish.value.epochs ?? epochs, firstSeed: wish.value.firstSeed ?? seed };
});

export const planned = computed(() => (choice.value ? plan(choice.value, systems.value, defaults.value) : []));
