// Whose clicks are counted: the visitor's, those of a long test session, or so many different ones that no shop has made.
import { computed } from "@preact/signals";
import type { Catalogue } from "../../engine.ts";
import { current, session } from "../../state/current";
import { isOpening } from "../../state/engine";
import { catalogue, ofData, summary } from "../../state/opened";
import { asking } from "../../state/question";
import { shownPlaces } from "../../state/shown";

/** A session of fewer clicks says little about heads of the usual width: a long one is offered. */
export const SHORT = 14;
/** Sessions that are looked at for a long one, and what is long enough to stop. */
const MOST_TRIED = 120;
const LONG_ENOUGH = 19;

/** The panel on the page; questions wait until it is. */
export const { isShown, show } = shownPlaces();

export type From = "different" | "own" | "long";

export const from = computed<From>(
  () => current.rankFrom.value ?? (current.weights.value === "random" ? "different" : "own"),
);

export interface LongSession {
  readonly seed: number;
  readonly items: readonly number[];
}

/** The longest of some test sessions, looked for once for each data. Null: none was found yet. */
export const longSession = ofData<LongSession | null>(null);

const search = asking<LongSession>(
  () => {
    if (from.value !== "long" || longSession.value !== null || summary.value === null) return null;
    return async (ask) => {
      let best: LongSession = { seed: 0, items: [] };
      for (let seed = 1; seed <= MOST_TRIED && best.items.length < LONG_ENOUGH; seed++) {
        const { items } = await ask("realSession", { seed });
        if (items.length > best.items.length) best = { seed, items };
      }
      return best;
    };
  },
  {
    when: () => isShown.value && !isOpening.value,
    onAnswer: (found) => longSession.put(found),
  },
);

export const longFailure = search.failure;
export const searchAgain = search.again;

/** The clicks that are counted, oldest first; null while they are looked for, and where they are nobody's. */
export const clicks = computed<readonly number[] | null>(() => {
  if (from.value === "different") return null;
  return from.value === "long" ? (longSession.value?.items ?? null) : session.value;
});

/** How many different items there are among clicks, and how many different values of each attribute; no value is a value, too. */
export function countDifferent(items: readonly number[], { items: all, attributes }: Catalogue) {
  const valuesOf = (id: number, attribute: number) =>
    [...(all[id]?.values[attribute] ?? [])].sort((a, b) => a - b).join();
  return {
    items: new Set(items).size,
    values: attributes.map((_, attribute) => new Set(items.map((id) => valuesOf(id, attribute))).size),
  };
}

/** Of the clicks on screen. */
export const different = computed(() => {
  const [items, data] = [clicks.value, catalogue.value];
  return items && data ? countDifferent(items, data) : null;
});
