// What the maps say, from the engine's counts.

export interface Shared {
  /** Of an item's nearest neighbours, how many share a value with it, mean over the items. */
  readonly mean: number;
  readonly chance: number;
}

export type Reading =
  /** No more after training than by chance. */
  | { readonly kind: "chance"; readonly after: number; readonly chance: number }
  | {
      readonly kind: "learned";
      readonly after: number;
      readonly chance: number;
      /** Null where the untrained model could not be asked. */
      readonly before: { readonly mean: number; readonly isChance: boolean } | null;
    };

/** A difference that a second digit after the point would be needed for is none. */
const TOLD_APART = 0.25;

const isChance = ({ mean, chance }: Shared) => Math.abs(mean - chance) < TOLD_APART;

export function readShared(after: Shared, before: Shared | null): Reading {
  if (isChance(after)) return { kind: "chance", after: after.mean, chance: after.chance };
  return {
    kind: "learned",
    after: after.mean,
    chance: after.chance,
    before: before && { mean: before.mean, isChance: isChance(before) },
  };
}
