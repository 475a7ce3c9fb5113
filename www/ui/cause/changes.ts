// What would have changed the answer: the smallest edits of the session that take an item out of the first places or bring it in.

export const TOPS = [1, 3, 10] as const;
export type Top = (typeof TOPS)[number];
export type Way = "leave" | "enter";

export interface Goal {
  readonly way: Way;
  readonly top: Top;
}

/** Clicks that are taken out; `rank` is 0-based, as everywhere here. */
export interface Removal {
  readonly slots: readonly number[];
  readonly rank: number;
}

export interface Swap {
  readonly slot: number;
  readonly by: number;
  readonly rank: number;
}

export type RemovalOutcome =
  /** It is where it should go. */
  | { readonly kind: "there" }
  /** `alone`: how many single clicks do it; 0 where it takes two. */
  | { readonly kind: "found"; readonly removal: Removal; readonly alone: number }
  /** Singles do not do it, and pairs are still being tried. */
  | { readonly kind: "waiting" }
  | { readonly kind: "none"; readonly closest: Removal | null };

/** Out of the smallest of the tops that it is in; from further down into the top three. */
export function usualGoal(rank: number): Goal {
  const top = TOPS.find((one) => rank < one);
  return top === undefined || top === 10 ? { way: "enter", top: 3 } : { way: "leave", top };
}

export function reaches(rank: number, { way, top }: Goal): boolean {
  return way === "leave" ? rank >= top : rank < top;
}

/** Which of two ranks is further on the way. */
function isFurther(a: number, b: number, { way }: Goal): boolean {
  return way === "leave" ? a > b : a < b;
}

function furthest<Edit extends { readonly rank: number }>(edits: readonly Edit[], goal: Goal): Edit | null {
  let best: Edit | null = null;
  for (const edit of edits) if (best === null || isFurther(edit.rank, best.rank, goal)) best = edit;
  return best;
}

/** Pairs of slots with the rank without both, from the whole square; where there is no such edit it says −1. */
export function pairsOf(ranks: readonly number[], n: number): Removal[] {
  const pairs: Removal[] = [];
  for (let one = 0; one < n; one++) {
    for (let other = one + 1; other < n; other++) {
      const rank = ranks[one * n + other] ?? -1;
      if (rank >= 0) pairs.push({ slots: [one, other], rank });
    }
  }
  return pairs;
}

/** `pairs`: null while they are awaited; empty where none are tried. */
export function removalOutcome(
  base: number,
  singles: readonly number[],
  pairs: readonly Removal[] | null,
  goal: Goal,
): RemovalOutcome {
  if (reaches(base, goal)) return { kind: "there" };
  const ones = singles.map((rank, slot): Removal => ({ slots: [slot], rank }));
  const alone = ones.filter(({ rank }) => reaches(rank, goal));
  const single = furthest(alone, goal);
  if (single) return { kind: "found", removal: single, alone: alone.length };
  if (pairs === null) return { kind: "waiting" };
  const best = furthest([...ones, ...pairs], goal);
  if (best && reaches(best.rank, goal)) return { kind: "found", removal: best, alone: 0 };
  return { kind: "none", closest: best };
}

export interface SwapOutcome {
  readonly tried: number;
  /** How many do it. */
  readonly hits: number;
  /** Those that go furthest, at most `MOST_KEPT`; putting the item itself into the session comes last. */
  readonly best: readonly Swap[];
  /** The furthest of all, where none does it. */
  readonly closest: Swap | null;
}

const MOST_KEPT = 12;

/** `ranks[slot][item]`, slot by slot as far as they are known; −1 where there is no such swap. */
export function swapOutcome(ranks: readonly (readonly number[])[], candidate: number, goal: Goal): SwapOutcome {
  const before = (a: Swap, b: Swap) => {
    if ((a.by === candidate) !== (b.by === candidate)) return b.by === candidate;
    return isFurther(a.rank, b.rank, goal);
  };
  const best: Swap[] = [];
  let [tried, hits] = [0, 0];
  let closest: Swap | null = null;
  ranks.forEach((row, slot) => {
    row.forEach((rank, by) => {
      if (rank < 0) return;
      tried += 1;
      const swap = { slot, by, rank };
      if (closest === null || before(swap, closest)) closest = swap;
      if (!reaches(rank, goal)) return;
      hits += 1;
      const last = best.at(-1);
      if (best.length === MOST_KEPT && last && !before(swap, last)) return;
      const at = best.findIndex((one) => before(swap, one));
      best.splice(at < 0 ? best.length : at, 0, swap);
      best.length = Math.min(best.length, MOST_KEPT);
    });
  });
  return { tried, hits, best, closest: hits > 0 ? null : closest };
}
