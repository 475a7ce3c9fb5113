// What each click does for one item, by two measures that answer two questions: what becomes of it without the click, and which way its
// score would move if the click counted a little more.
import type { Attribution, Verdict } from "../../engine.ts";
import { placeOf } from "../common/placeOf";

/** Where an item stands, as people say it. */
export interface Standing {
  readonly probability: number;
  /** 1 is the first place. */
  readonly place: number;
}

export interface ClickRow {
  readonly slot: number;
  readonly item: number;
  readonly without: Standing;
  readonly logit: number;
  /** Gradient times input. */
  readonly product: number;
  readonly raw: number;
  /** Among the largest by leaving out, and by gradient times input. */
  readonly isLarge: boolean;
  readonly isLargeProduct: boolean;
}

export interface Clicks {
  readonly base: Standing;
  readonly rows: readonly ClickRow[];
  /** Largest effect first: slots by leaving out, and by gradient times input. */
  readonly largest: readonly number[];
  readonly largestProducts: readonly number[];
}

/** So many are named; never all of them, which would name none. */
const MOST_LARGE = 3;
/** Changes below are written as 0.0 %. */
const SILENT = 0.0005;

/** The 0-based rank that the list on screen counts. Halves come of equal scores. */
export function rankOf(verdict: Pick<Verdict, "rank" | "rank_new">, excludeSeen: boolean): number {
  return excludeSeen ? verdict.rank_new : verdict.rank;
}

export function standing(verdict: Verdict, excludeSeen: boolean): Standing {
  return { probability: verdict.probability, place: placeOf(rankOf(verdict, excludeSeen)) };
}

/** Values this far apart, as a part of the larger one, are equal but for rounding. */
const ROUNDING = 1e-3;

const isLess = (one: number, other: number) => Math.abs(one) < Math.abs(other) * (1 - ROUNDING);

/** Largest first; of those that are equal all are named or none. `counts`: what is more than nothing. */
function largestOf(values: readonly number[], counts: (slot: number) => boolean): number[] {
  const at = (slot: number | undefined) => values[slot ?? -1] ?? 0;
  const slots = values.map((_, slot) => slot).sort((a, b) => Math.abs(at(b)) - Math.abs(at(a)));
  let most = Math.min(MOST_LARGE, values.length - 1);
  while (most > 0 && !isLess(at(slots[most]), at(slots[most - 1]))) most -= 1;
  return slots.slice(0, most).filter(counts);
}

/** Whether anything of it can be read in the figure. */
function moves(base: Standing, without: Standing): boolean {
  return Math.abs(without.probability - base.probability) >= SILENT || without.place !== base.place;
}

/** Null for a session of one click, which cannot be taken out. */
export function readClicks(report: Attribution, excludeSeen: boolean): Clicks | null {
  const { leave_one_out, gradient_times_input, raw, items } = report;
  if (!leave_one_out || leave_one_out.length < 2) return null;
  const base = standing(report.base, excludeSeen);
  const without = leave_one_out.map((verdict) => standing(verdict, excludeSeen));
  const changes = without.map(({ probability }) => base.probability - probability);
  const largest = largestOf(changes, (slot) => moves(base, without[slot] ?? base));
  const largestProducts = largestOf(gradient_times_input, (slot) => gradient_times_input[slot] !== 0);
  const rows = leave_one_out.map((verdict, slot) => ({
    slot,
    item: items[slot] ?? 0,
    without: without[slot] ?? base,
    logit: verdict.logit,
    product: gradient_times_input[slot] ?? 0,
    raw: raw[slot] ?? 0,
    isLarge: largest.includes(slot),
    isLargeProduct: largestProducts.includes(slot),
  }));
  return { base, rows, largest, largestProducts };
}

const ENDS = [1, 1.2, 1.4, 1.6, 1.8, 2, 2.5, 3, 3.5, 4, 5, 6, 7, 8, 9, 10];

/** A round number not far beyond the largest of these probabilities, so that the axis has room for what happens on it. */
export function axisEnd(probabilities: readonly number[]): number {
  const most = Math.max(0, ...probabilities);
  if (most <= 0) return 1;
  // Powers below 1 are divided by: 16 / 100 is exact where 1.6 * 0.1 may not be.
  const digits = Math.max(0, -Math.floor(Math.log10(most)));
  const end = ENDS.find((one) => most * 10 ** digits <= one + 1e-9) ?? 10;
  return Math.min(1, end / 10 ** digits);
}

/** Where the axis of the rows ends. */
export function mostOf({ base, rows }: Clicks): number {
  return axisEnd([base.probability, ...rows.map(({ without }) => without.probability)]);
}

/** The one that moves the item most, down or up; null where nothing moves. */
export function strongest<Row>(
  base: Standing,
  rows: readonly Row[],
  without: (row: Row) => Standing,
): { readonly row: Row; readonly falls: boolean } | null {
  const change = (row: Row) => without(row).probability - base.probability;
  const [first] = rows
    .filter((row) => change(row) !== 0 && moves(base, without(row)))
    .sort((a, b) => Math.abs(change(b)) - Math.abs(change(a)));
  return first ? { row: first, falls: change(first) < 0 } : null;
}

export type Agreement =
  | { readonly kind: "same" | "order"; readonly of: number }
  | { readonly kind: "some"; readonly of: number; readonly shared: number }
  | { readonly kind: "none"; readonly of: number };

/** How far the two measures name the same clicks; null where one of them names none. */
export function agreementOf({ base, rows, largest, largestProducts }: Clicks): Agreement | null {
  const of = Math.min(largest.length, largestProducts.length);
  if (of === 0) return null;
  const [one, other] = [largest.slice(0, of), largestProducts.slice(0, of)];
  const shared = one.filter((slot) => other.includes(slot)).length;
  if (shared < of) return shared === 0 ? { kind: "none", of } : { kind: "some", of, shared };
  return {
    kind: isOneOrder(
      base,
      one.map((slot) => rows[slot]),
    )
      ? "same"
      : "order",
    of,
  };
}

/** Whether no two clicks, largest first by leaving out, stand the other way round by their products; equal ones have no order. */
function isOneOrder(base: Standing, rows: readonly (ClickRow | undefined)[]): boolean {
  const all = rows.map((row) => ({
    change: (row?.without.probability ?? 0) - base.probability,
    product: row?.product ?? 0,
  }));
  return all.every((one, at) =>
    all.slice(at + 1).every((later) => !isLess(later.change, one.change) || !isLess(one.product, later.product)),
  );
}

/** Whether the measure says nothing at the raw look-up, as where a LayerNorm follows at once: zeros that were rounded. */
export function isRawSilent({ raw, gradient_times_input }: Attribution): boolean {
  const most = (values: readonly number[]) => Math.max(0, ...values.map(Math.abs));
  return most(raw) <= ROUNDING * most(gradient_times_input);
}
