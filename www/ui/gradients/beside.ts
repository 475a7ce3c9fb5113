// The system that stands beside the one that answers: which one is in the state, and it has a slot of the engine to itself.
import { computed, effect, signal, untracked } from "@preact/signals";
import type { ModelSummary } from "../../engine.ts";
import { answeringChoice } from "../../state/answeringChoice";
import { choices } from "../../state/choices";
import { current } from "../../state/current";
import { client, engine } from "../../state/engine";
import { FALLBACKS } from "../../state/fields";
import { ofData } from "../../state/opened";
import { type Choice, findChoice } from "../../state/shelf";
import { WorkerFailure } from "../../worker/client";
import { besideOf } from "./opening";

export const BESIDE_SLOT = "gradients";

export interface Beside {
  readonly choice: Choice;
  /** Null until it is loaded. */
  readonly summary: ModelSummary | null;
  readonly failure: WorkerFailure | null;
}

/** In the engine: with other data it has emptied every slot. */
export const beside = ofData<Beside | null>(null);
const tries = signal(0);

export const besideChoice = computed<Choice | null>(() => {
  const wanted = current.beside.value;
  const named = wanted === FALLBACKS.beside ? undefined : findChoice(wanted, choices.value);
  return besideOf(choices.value, answeringChoice.value, named);
});

const isStill = (choice: Choice) => beside.peek()?.choice === choice;

async function load(choice: Choice): Promise<void> {
  const engineClient = client.peek();
  if (!engineClient) return;
  beside.put({ choice, summary: null, failure: null });
  try {
    const bytes = await choice.weights();
    if (!isStill(choice)) return;
    const summary = await engineClient.ask("loadModel", { bytes, slot: BESIDE_SLOT });
    if (isStill(choice)) beside.put({ choice, summary, failure: null });
  } catch (cause) {
    if (!(cause instanceof WorkerFailure)) throw cause;
    if (isStill(choice)) beside.put({ choice, summary: null, failure: cause });
  }
}

/** Loads a model that did not arrive once more. */
export function retryBeside(): void {
  beside.put(null);
  tries.value += 1;
}

function sameChoice(one: Choice, other: Choice | undefined): boolean {
  return one.key === other?.key && one.version === other.version;
}

/** Follows state, data and engine while the panel is on the page. Returns what stops it. */
export function followBeside(): () => void {
  return effect(() => {
    tries.value;
    const [choice, isReady] = [besideChoice.value, client.value !== null && engine.value.phase !== "opening"];
    const now = beside.value;
    if (!isReady || !choice || sameChoice(choice, now?.choice)) return;
    untracked(() => void load(choice));
  });
}
