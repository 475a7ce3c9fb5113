// "Does side information help here?": DIF-SR, which has it, against SASRec, which has not, on the open data, with at least three seeds each
// and everything else as the comparison has it.
import { computed } from "@preact/signals";
import { trainAll } from "./compare";
import { budget, changeWish, wish } from "./compareChoice";
import { plan, recordFor, runKey } from "./comparePlan";
import { failures } from "./compareResults";
import { phase } from "./compareRun";
import { defaultConfig, defaultConfigs } from "./defaultConfigs";
import { source, summary } from "./opened";
import { openIdentity, prepareHistory, recordsHere } from "./runHistory";
import { fetchSystems, systems } from "./systems";
import { until } from "./until";
import type { SeedCount } from "./wishField";

export const WITH = "dif_sr";
export const WITHOUT = "sasrec";
const PAIR = [WITH, WITHOUT] as const;
const LEAST_SEEDS = 3;

/** Without an attribute there is nothing that could help; null: no data is open. */
export const hasAttributes = computed(() => summary.value && summary.value.attributes.length > 0);

export const sideSeeds = computed<SeedCount>(() => (wish.value.seeds < LEAST_SEEDS ? LEAST_SEEDS : wish.value.seeds));

/** What is compared now answers it, once all of it is trained. Of a shop one knows how it was made. */
export const isAsked = computed(
  () =>
    source.value?.kind === "files" &&
    hasAttributes.value === true &&
    wish.value.seeds === sideSeeds.value &&
    PAIR.every((id) => wish.value.systems.includes(id)),
);

/** The runs that answer it, and those of them that are finished; none while the engine has not named their settings. */
export const sideRuns = computed(() => {
  const data = openIdentity.value;
  const known = budget.value && PAIR.every((id) => defaultConfigs.value.has(id)) ? budget.value : null;
  const asked = known && { ...known, systems: PAIR, seeds: sideSeeds.value };
  return (asked ? plan(asked, systems.value, defaultConfigs.value) : []).map((run) => ({
    run,
    record: data === null ? null : recordFor(run, recordsHere.value, data),
    hasFailed: failures.value.has(runKey(run)),
  }));
});

/** All of them are finished. */
export const isAnswered = computed(
  () => sideRuns.value.length > 0 && sideRuns.value.every(({ record }) => record !== null),
);

/** Has the settings of both named, so that the runs can be counted before anything is pressed. */
export async function prepareSideInformation(): Promise<void> {
  await Promise.all([fetchSystems(), prepareHistory(), ...PAIR.map(defaultConfig)]);
}

/** Trains what is missing for the answer. Other systems leave the comparison; what they reached is kept. */
export async function askSideInformation(): Promise<void> {
  if (phase.peek() !== "idle") return;
  const of = source.peek();
  changeWish({ systems: PAIR, seeds: sideSeeds.peek() });
  await prepareSideInformation();
  // What was trained before is found by the identity of the data: without it, all would be trained again.
  await until(() => openIdentity.value !== null || source.value !== of);
  if (source.peek() === of && isAsked.peek() && !isAnswered.peek()) await trainAll();
}
