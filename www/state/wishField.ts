// What to compare, on which budget: one choice with several parts, each under a key of its own.
import { integer, MOST_SEED, oneOf, systemIds } from "./codecs";
import { type Field, partReader } from "./field";

export const SEED_COUNTS = [1, 3, 5] as const;
export type SeedCount = (typeof SEED_COUNTS)[number];
export const LEAST_SYSTEMS = 2;
export const MOST_SYSTEMS = 4;
export const MOST_EPOCHS = 1000;
const TARGETS = ["default", "prefix"] as const;

/** Null: as the data's defaults have it. */
export interface Wish {
  /** Ids, in any order. */
  readonly systems: readonly string[];
  readonly epochs: number | null;
  readonly seeds: SeedCount;
  readonly firstSeed: number | null;
  /** The system's own default targets, or one sample a prefix for every system that can be trained so. */
  readonly targets: (typeof TARGETS)[number];
}

/** Decoupled, early, none: the claim in three systems. */
export const DEFAULT_WISH: Wish = {
  systems: ["dif_sr", "sasrecf", "sasrec"],
  epochs: null,
  seeds: 1,
  firstSeed: null,
  targets: "default",
};

const systems = systemIds(1, MOST_SYSTEMS);
const epochs = integer(1, MOST_EPOCHS);
const seeds = oneOf(SEED_COUNTS);
const firstSeed = integer(1, MOST_SEED);
const targets = oneOf(TARGETS);

/** JSON of an earlier version, with names of its own. */
function upgrade(text: string): string | undefined {
  if (!text.startsWith("{")) return undefined;
  try {
    const kept: Record<string, unknown> = { ...JSON.parse(text) };
    const known = {
      systems: "cmp",
      epochs: "cmp-epochs",
      seeds: "cmp-seeds",
      firstSeed: "cmp-first",
      targets: "cmp-targets",
    };
    const params = Object.entries(known).flatMap(([name, key]) => {
      const value = kept[name];
      if (value === null || value === undefined) return [];
      return [`${key}=${Array.isArray(value) ? value.join(".") : String(value)}`];
    });
    return params.join("&");
  } catch {
    return "";
  }
}

export const wishField: Field<Wish> = {
  keys: ["cmp", "cmp-epochs", "cmp-seeds", "cmp-first", "cmp-targets"],
  fallback: DEFAULT_WISH,
  scope: "visitor",
  upgrade,
  read: (get, drop) => {
    const part = partReader(get, drop);
    return {
      systems: part("cmp", systems) ?? DEFAULT_WISH.systems,
      epochs: part("cmp-epochs", epochs),
      seeds: part("cmp-seeds", seeds) ?? DEFAULT_WISH.seeds,
      firstSeed: part("cmp-first", firstSeed),
      targets: part("cmp-targets", targets) ?? DEFAULT_WISH.targets,
    };
  },
  write: (wish) => [
    ...(wish.systems.join() === DEFAULT_WISH.systems.join() ? [] : ([["cmp", systems.write(wish.systems)]] as const)),
    ...(wish.epochs === null ? [] : ([["cmp-epochs", epochs.write(wish.epochs)]] as const)),
    ...(wish.seeds === DEFAULT_WISH.seeds ? [] : ([["cmp-seeds", seeds.write(wish.seeds)]] as const)),
    ...(wish.firstSeed === null ? [] : ([["cmp-first", firstSeed.write(wish.firstSeed)]] as const)),
    ...(wish.targets === DEFAULT_WISH.targets ? [] : ([["cmp-targets", targets.write(wish.targets)]] as const)),
  ],
};
