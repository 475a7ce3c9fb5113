// Which two trained models are counted: the one that answers the visitor and one that fuses elsewhere, or two that the visitor chose.
import { computed } from "@preact/signals";
import { choices } from "../../state/choices";
import { loaded, ofData } from "../../state/opened";
import type { Choice } from "../../state/shelf";

/** Chosen by their keys; null: as the page would. */
const chosen = ofData<{ readonly first: string | null; readonly second: string | null }>({ first: null, second: null });

/** Without attention there is no table to count. */
const NO_TABLES = ["gru4rec", "gru4recf", "caser"];
/** Heads so narrow that the bottleneck shows on sessions of these shops; a system of the list where the page brings them. */
const NARROW = { first: "dif_sr-narrow", second: "sasrecf-add-narrow" };
const isNarrow = ({ system }: Choice) => system.endsWith("-narrow");

/** Beside a model that keeps its sources apart, and beside one that does not, in the order in which they say most. */
const EARLY = ["sasrecf-add", "sasrecf", "nova", "sasrec"];
const APART = ["dif_sr", "dif_sr-concat", "dif_sr-gate"];

/** Models that can be counted. */
export const countable = computed(() => choices.value.filter(({ system }) => !NO_TABLES.includes(system)));

/** Beside these sources and this system; null while there is nothing to choose from. */
export function opponent(all: readonly Choice[], keeps: boolean, own: string | null, narrow: boolean): Choice | null {
  const order = keeps ? EARLY : APART;
  const ids = narrow ? order.map((id) => `${id}-narrow`) : order;
  return ids.flatMap((id) => all.find(({ system, key }) => system === id && key !== own) ?? []).at(0) ?? null;
}

const find = (key: string | null) => countable.value.find((choice) => choice.key === key) ?? null;

/** Another model than the one that answers; null: that one. */
export const firstChoice = computed<Choice | null>(() => {
  const choice = find(chosen.value.first);
  return choice?.key === loaded.value?.key ? null : choice;
});

export const secondChoice = computed<Choice | null>(() => {
  const mine = find(chosen.value.second);
  const first = firstChoice.value;
  const own = first?.key ?? loaded.value?.key ?? null;
  if (mine && mine.key !== own) return mine;
  const keeps = first
    ? APART.some((id) => first.system.startsWith(id))
    : (loaded.value?.summary.sources.length ?? 0) > 1;
  return opponent(countable.value, keeps, own, first !== null && isNarrow(first));
});

export function choosePair(part: { first?: string | null; second?: string | null }): void {
  chosen.put({ ...chosen.peek(), ...part });
}

/** The pair whose heads are narrower than sessions are long; null where the page does not bring it. */
export const narrowPair = computed(() => {
  const of = (id: string) => choices.value.find(({ system }) => system === id) ?? null;
  const [first, second] = [of(NARROW.first), of(NARROW.second)];
  return first && second ? { first, second } : null;
});

export const isNarrowShown = computed(() => {
  const narrow = narrowPair.value;
  return (
    narrow !== null && firstChoice.value?.key === narrow.first.key && secondChoice.value?.key === narrow.second.key
  );
});
