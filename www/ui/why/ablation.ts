// What the list becomes when one source's scores are multiplied by zero. The model is not trained again.
import type { Prediction, PredictRequest } from "../../engine.ts";

/** How many places of the list are compared, and how deep the leading item is looked for. */
const LISTED = 10;
export const DEPTH = 200;

export interface Ablation {
  readonly source: number;
  /** Probability of the item that leads the whole list. */
  readonly probability: number;
  /** True when that item fell below the last place asked for: its probability is at most this. */
  readonly isBound: boolean;
  /** Its rank now. */
  readonly rank: number;
  /** Items among the first ten that were not there before. */
  readonly fresh: number;
}

export interface AblationTable {
  readonly item: number;
  readonly probability: number;
  readonly rows: readonly Ablation[];
}

export function compare(whole: Prediction, without: Prediction, source: number): Ablation {
  const item = whole.top[0]?.item ?? 0;
  const before = new Set(whole.top.slice(0, LISTED).map((entry) => entry.item));
  const found = without.top.find((entry) => entry.item === item);
  return {
    source,
    probability: (found ?? without.top.at(-1))?.probability ?? 0,
    isBound: !found,
    rank: without.ranks[item] ?? 0,
    fresh: without.top.slice(0, LISTED).filter((entry) => !before.has(entry.item)).length,
  };
}

/** Why no source can change anything: attention over equal values gives that value, whatever the scores. Null where one may. */
export function whyStill(items: readonly number[]): "offOne" | "offSame" | null {
  if (items.length === 1) return "offOne";
  return new Set(items).size === 1 ? "offSame" : null;
}

type Ask = (request: PredictRequest) => Promise<Prediction>;

/** Asks once per source, one after the other, so that an edit of the session never waits behind more than one of them. */
export async function ablate(
  ask: Ask,
  items: number[],
  excludeSeen: boolean,
  sources: number,
): Promise<AblationTable | null> {
  const request = { items, k: DEPTH, exclude_seen: excludeSeen };
  const whole = await ask(request);
  const [first] = whole.top;
  if (!first) return null;
  const rows: Ablation[] = [];
  for (let source = 0; source < sources; source++) {
    const scale = Array.from({ length: sources }, (_, index) => (index === source ? 0 : 1));
    rows.push(compare(whole, await ask({ ...request, source_scale: scale }), source));
  }
  return { item: first.item, probability: first.probability, rows };
}
