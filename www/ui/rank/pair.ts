// Which two trained models are counted: the one that answers the visitor and one that fuses elsewhere, or two that the visitor chose.
import { computed } from "@preact/signals";
import type { Preset } from "../../engine.ts";
import { choices } from "../../state/choices";
import { loaded, ofData, shop } from "../../state/opened";
import { readyIndexOf, readyModel, type VariantSystem } from "../../state/ready";
import { type Choice, readyKey } from "../../state/shelf";
import { planOf } from "../common/fusionPlan";

/** Chosen by their keys; null: as the page would. */
const chosen = ofData<{ readonly first: string | null; readonly second: string | null }>({ first: null, second: null });

/** Without attention there is no table to count. */
const NO_TABLES = ["gru4rec", "gru4recf", "caser"];
/** Heads so narrow that the bottleneck shows on sessions of these shops. */
const NARROW = { first: "dif_sr-narrow", second: "sasrecf-add-narrow" };
export const isNarrow = ({ system }: Pick<Choice, "system">) => system.endsWith("-narrow");

/** Beside a model that keeps its sources apart, and beside one that does not, in the order in which they say most. */
const EARLY = ["sasrecf-add", "sasrecf", "nova", "sasrec"];
const APART = ["dif_sr", "dif_sr-concat", "dif_sr-gate"];
/** Whether a system has a table for each of its sources. */
export const keepsApart = (system: string) => planOf(system) === "decoupled";

/**
 * A model with narrow heads as a choice of this panel. No other panel offers it: it is worse, and is there to be counted. Its name is its
 * system's alone: what is asked follows this, and may run before the words are here; whoever draws it says that its heads are narrow.
 */
export function narrowChoice({ id, name }: Pick<VariantSystem, "id" | "name">, open: Preset): Choice {
  const system = `${id}-narrow`;
  const weights = () => readyModel(`narrow/${id}`, open);
  return { key: readyKey(system), version: open, system, name, label: "", weights };
}

const narrowChoices = computed<readonly Choice[]>(() => {
  const open = shop.value;
  const all = open ? (readyIndexOf(open).value?.narrow?.systems ?? []) : [];
  return open ? all.map((one) => narrowChoice(one, open)) : [];
});

/** Models that can be counted. */
export const countable = computed<readonly Choice[]>(() => [
  ...choices.value.filter(({ system }) => !NO_TABLES.includes(system)),
  ...narrowChoices.value,
]);

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
  const keeps = first ? keepsApart(first.system) : (loaded.value?.summary.sources.length ?? 0) > 1;
  return opponent(countable.value, keeps, own, first !== null && isNarrow(first));
});

export function choosePair(part: { first?: string | null; second?: string | null }): void {
  chosen.put({ ...chosen.peek(), ...part });
}

/** The pair whose heads are narrower than sessions are long; null where the page does not bring it. */
export const narrowPair = computed(() => {
  const of = (id: string) => narrowChoices.value.find(({ system }) => system === id) ?? null;
  const [first, second] = [of(NARROW.first), of(NARROW.second)];
  return first && second ? { first, second } : null;
});

/** How many of the two on screen have narrow heads. */
export const narrowShown = computed(
  () => [firstChoice.value, secondChoice.value].filter((choice) => choice && isNarrow(choice)).length,
);
