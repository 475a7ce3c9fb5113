// What may be concluded from results with errors: seeds put together, intervals, and who can be told apart from whom.
import type { Measured } from "./measured";

/** An interval reaches this many standard errors either way: about 95 %. */
export const ERRORS_EITHER_WAY = 2;

/** One or several seeds of the same system. */
export interface Summary {
  /** The seed's value, or the mean over the seeds. */
  readonly value: number;
  /** Standard deviation between the seeds; null for one seed. */
  readonly spread: number | null;
  /** One standard error of `value`. */
  readonly error: number;
  readonly seeds: number;
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

/**
 * One seed: its error is that of the sessions ranked. Several: the sessions are the same for all of them, so their error does not
 * shrink with the number of seeds, and what the seeds vary comes on top: error = sqrt(mean session error^2 + spread^2 / seeds).
 */
export function summarise(results: readonly Measured[]): Summary | null {
  const [first] = results;
  if (!first) return null;
  const seeds = results.length;
  if (seeds === 1) return { value: first.value, spread: null, error: first.error, seeds };
  const value = mean(results.map((one) => one.value));
  const variance = results.reduce((sum, one) => sum + (one.value - value) ** 2, 0) / (seeds - 1);
  const sessions = mean(results.map((one) => one.error ** 2));
  return { value, spread: Math.sqrt(variance), error: Math.sqrt(sessions + variance / seeds), seeds };
}

export interface Interval {
  readonly low: number;
  readonly high: number;
}

/** Every metric is a share: what it may be ends at 0 and 1. */
export function interval({ value, error }: Measured): Interval {
  const either = ERRORS_EITHER_WAY * error;
  return { low: Math.max(0, value - either), high: Math.min(1, value + either) };
}

/** True when the intervals do not overlap. Touching is overlapping. */
export function areApart(one: Measured, other: Measured): boolean {
  const [a, b] = [interval(one), interval(other)];
  return a.low > b.high || b.low > a.high;
}

export type Standing = "above" | "below" | "same";

/** How a result stands to another. Whatever the page says of "above" and "below" is decided here. */
export function standing(result: Measured, other: Measured): Standing {
  if (!areApart(result, other)) return "same";
  return result.value > other.value ? "above" : "below";
}

export interface Difference extends Measured {
  /** From here on, either way, the intervals do not overlap. */
  readonly counts: number;
}

/**
 * What a result is above another by. Its error adds those of both as if they were independent: sessions that are the same for both make
 * it smaller in truth. That the two can be told apart is decided by their intervals, which ask for more than twice this error.
 */
export function difference(result: Measured, other: Measured): Difference {
  return {
    value: result.value - other.value,
    error: Math.hypot(result.error, other.error),
    counts: ERRORS_EITHER_WAY * (result.error + other.error),
  };
}

export interface Verdict<Entry> {
  /** The highest value. */
  readonly leader: Entry;
  /** Those whose intervals overlap the leader's. */
  readonly same: readonly Entry[];
  /** Those the leader is above. */
  readonly below: readonly Entry[];
}

/** Where everybody stands to the highest value; null with fewer than two to compare. */
export function verdict<Entry extends Measured>(entries: readonly Entry[]): Verdict<Entry> | null {
  const [leader, ...others] = [...entries].sort((a, b) => b.value - a.value);
  if (!leader || others.length === 0) return null;
  return {
    leader,
    same: others.filter((one) => !areApart(leader, one)),
    below: others.filter((one) => areApart(leader, one)),
  };
}

export interface FloorStandings<Entry, Floor> extends Readonly<Record<Standing, readonly Entry[]>> {
  /** The highest one. */
  readonly floor: Floor;
}

/**
 * The page's one rule for results beside the floors: an entry is above or below when its interval lies wholly above or below that of the
 * highest floor, and cannot be told apart from it otherwise. Null without floors.
 */
export function besideFloors<Entry extends Measured, Floor extends Measured>(
  entries: readonly Entry[],
  floors: readonly Floor[],
): FloorStandings<Entry, Floor> | null {
  const [floor] = [...floors].sort((a, b) => b.value - a.value);
  if (!floor) return null;
  const which = (wanted: Standing) => entries.filter((one) => standing(one, floor) === wanted);
  return { floor, above: which("above"), same: which("same"), below: which("below") };
}
