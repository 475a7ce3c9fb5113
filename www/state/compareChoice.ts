// What the visitor chose to compare, kept on their machine; what is kept is checked when it is read.
import { computed, effect, signal } from "@preact/signals";
import type { RunConfig } from "../engine.ts";
import { type Choice, MOST_SYSTEMS, plan, SEED_COUNTS } from "./comparePlan";
import { recall, remember } from "./preferences";
import { systems } from "./systems";

/** Null: as the data's defaults have it. */
export type Wish = Omit<Choice, "epochs" | "firstSeed"> & {
  readonly epochs: number | null;
  readonly firstSeed: number | null;
};

/** Decoupled, early, none: the claim in three systems. */
export const DEFAULT_SYSTEMS = ["dif_sr", "sasrecf", "sasrec"] as const;
/** The claim in two. */
export const BOTH = ["dif_sr", "sasrecf"] as const;
export const MOST_EPOCHS = 1000;
export const MOST_SEED = 2 ** 32 - 1;

export const DEFAULT_WISH: Wish = {
  systems: DEFAULT_SYSTEMS,
  epochs: null,
  seeds: 1,
  firstSeed: null,
  targets: "default",
};

/** Default configurations for the data that is open, by system. */
export const defaults = signal<Readonly<Record<string, RunConfig>>>({});
export const wish = signal<Wish>(DEFAULT_WISH);

/** The wish with the numbers of the data's defaults; null until the engine has named them. */
export const choice = computed<Choice | null>(() => {
  const chosen = systems.value.find(({ id }) => wish.value.systems.includes(id) && defaults.value[id]);
  const reference = defaults.value.dif_sr ?? (chosen ? defaults.value[chosen.id] : undefined);
  if (!reference) return null;
  const { epochs, seed } = reference.training;
  return { ...wish.value, epochs: wish.value.epochs ?? epochs, firstSeed: wish.value.firstSeed ?? seed };
});

export const planned = computed(() => (choice.value ? plan(choice.value, systems.value, defaults.value) : []));

function wholeOrNull(value: unknown, most: number): number | null {
  return typeof value === "number" && Number.isInteger(value) && value >= 1 && value <= most ? value : null;
}

/** A kept wish, or as much of it as still makes sense. */
export function readWish(text: string | null): Wish {
  let kept: Partial<Record<keyof Wish, unknown>>;
  try {
    kept = { ...JSON.parse(text ?? "null") };
  } catch {
    return DEFAULT_WISH;
  }
  const ids = Array.isArray(kept.systems) ? kept.systems.filter((id): id is string => typeof id === "string") : [];
  return {
    systems: ids.length > 0 ? [...new Set(ids)].slice(0, MOST_SYSTEMS) : DEFAULT_SYSTEMS,
    epochs: wholeOrNull(kept.epochs, MOST_EPOCHS),
    seeds: SEED_COUNTS.find((count) => count === kept.seeds) ?? DEFAULT_WISH.seeds,
    firstSeed: wholeOrNull(kept.firstSeed, MOST_SEED),
    targets: kept.targets === "prefix" ? "prefix" : "default",
  };
}

/** Reads the kept wish and keeps it from now on. */
export function followWish(): void {
  wish.value = readWish(recall("compare"));
  effect(() => remember("compare", JSON.stringify(wish.value)));
}
