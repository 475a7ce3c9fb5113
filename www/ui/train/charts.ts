// What the charts of a run share: one read-out, for they share the x axis; one height; and what they say of the run in captions.
import { computed, signal } from "@preact/signals";
import { t } from "../../content";
import type { RunConfig } from "../../engine.ts";
import { totalEpochs } from "../../state/epochs";
import { form } from "../../state/form";
import { FURTHER, SIMPLE } from "../../state/knobs";
import type { Evaluation } from "../../state/runs";
import { run, runName } from "../../state/training";
import type { Fact } from "../../viz/figure";
import { dataFact, fact, modelsFact, seedFact } from "../common/figureFacts";
import { count, decimal } from "../common/format";
import { knobWords, shownValue } from "./knobWords";

/** The epoch the read-out is at; null: the newest. */
export const cursor = signal<number | null>(null);

/** So that the first two are in view together on a low window. */
export const HEIGHT = 230;

const NONE: readonly Evaluation[] = [];
/** What metrics are drawn from: the steps in between change none of it. */
export const evaluations = computed(() => run.value?.evaluations ?? NONE);
export const runConfig = computed(() => run.value?.config ?? null);

export function formatEpoch(x: number): string {
  return decimal(x, Number.isInteger(x) ? 0 : 1);
}

/** Epochs of the run on screen, or of the next one. */
export function epochsOf(config: RunConfig | null): number {
  const known = config ?? form.value;
  return known ? totalEpochs(known) : 1;
}

/** What the curves are of; without a run there are only floors and ceiling. */
export function runFacts(config: RunConfig | null): Fact[] {
  const name = runName.value;
  if (!config) return [dataFact()];
  return [
    ...modelsFact(name ? [name] : []),
    dataFact(),
    seedFact(config.training.seed),
    fact("settings", settingsInWords(config), t().figure.said.trained(totalEpochs(config), count(totalEpochs(config)))),
  ];
}

/** Every setting of the run by its name in the panel. */
function settingsInWords(config: RunConfig): string {
  return [...SIMPLE, ...FURTHER]
    .filter((knob) => knob.read(config) !== null)
    .map((knob) => `${knobWords(knob.id, config).name} ${shownValue(knob, config)}`)
    .join("; ");
}
