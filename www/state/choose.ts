// Which model answers the visitor: the ones that could, the one that does, and the change from one to another.
import { computed, signal } from "@preact/signals";
import { readySystems } from "./ready";
import { type Choice, choicesFor, trainedModels } from "./shelf";
import { shelveRun } from "./shelveRun";
import { dispatch, isShippedData, model, source, useKeptWeights, useReadyWeights, weights } from "./store";

/** Everything that fits the data that is open. The page's own appear once their list is here (`fetchReadyIndex`). */
export const choices = computed(() =>
  choicesFor(source.value, isShippedData.value ? readySystems.value : [], trainedModels.value),
);

/** The choice that answers now; null for weights that are still being trained. */
export const answeringChoice = computed<Choice | null>(() => {
  const from = weights.value;
  const system = model.value?.system.id;
  if (from.kind === "training" || from.kind === "none") return null;
  const label = from.kind === "kept" ? from.label : "";
  return choices.value.find((choice) => choice.system === system && choice.label === label) ?? null;
});

/** Key of the choice whose weights are on their way. */
export const choosing = signal<string | null>(null);
/** Why the last choice did not come to answer. */
export const chooseFailure = signal<string | null>(null);

/** Takes weights from a file and lets them answer. What does not fit the open data is refused, and the old model stays. */
export async function chooseFile(name: string, bytes: Uint8Array): Promise<void> {
  chooseFailure.value = null;
  try {
    await shelveRun(`file:${name}`, bytes, name);
  } catch (cause) {
    chooseFailure.value = cause instanceof Error ? cause.message : String(cause);
    return;
  }
  const choice = choices.value.find(({ key }) => key === `trained:file:${name}`);
  if (choice) await choose(choice);
}

/** Lets a model answer the visitor's session; session, focus and everything else stay. The last call wins. */
export async function choose(choice: Choice): Promise<void> {
  choosing.value = choice.key;
  chooseFailure.value = null;
  try {
    const bytes = await choice.weights();
    if (choosing.value !== choice.key) return;
    if (choice.label === "") {
      await useReadyWeights(bytes);
      dispatch({ type: "model", model: choice.system });
    } else await useKeptWeights(bytes, choice.label);
  } catch (cause) {
    if (choosing.value === choice.key) chooseFailure.value = cause instanceof Error ? cause.message : String(cause);
  } finally {
    if (choosing.value === choice.key) choosing.value = null;
  }
}
