// Models that stand beside the one that answers, each in a slot of the engine to itself: loaded when it is wanted, again after a crash of
// its way here, dropped from sight when other data is opened.
import { effect, type ReadonlySignal, signal, untracked } from "@preact/signals";
import type { ModelSummary } from "../../engine.ts";
import { client, engine } from "../../state/engine";
import { ofData } from "../../state/opened";
import type { Choice } from "../../state/shelf";
import { WorkerFailure } from "../../worker/client";

export interface Beside {
  readonly choice: Choice;
  /** Null until it is loaded. */
  readonly summary: ModelSummary | null;
  readonly failure: WorkerFailure | null;
}

export interface Slot {
  readonly name: string;
  /** In the engine: with other data it has emptied every slot. */
  readonly now: ReadonlySignal<Beside | null>;
  /** Loads a model that did not arrive once more. */
  readonly again: () => void;
  /** Follows what is wanted, the data and the engine. Returns what stops it. */
  readonly follow: () => () => void;
}

function sameChoice(one: Choice, other: Choice | undefined): boolean {
  return one.key === other?.key && one.version === other.version;
}

/** The slot of the model that `wanted` says; null: none, and what was loaded is not shown. */
export function slotFor(name: string, wanted: ReadonlySignal<Choice | null>): Slot {
  const now = ofData<Beside | null>(null);
  const tries = signal(0);
  const isStill = (choice: Choice) => now.peek()?.choice === choice;

  const load = async (choice: Choice) => {
    const engineClient = client.peek();
    if (!engineClient) return;
    now.put({ choice, summary: null, failure: null });
    try {
      const bytes = await choice.weights();
      if (!isStill(choice)) return;
      const summary = await engineClient.ask("loadModel", { bytes, slot: name });
      if (isStill(choice)) now.put({ choice, summary, failure: null });
    } catch (cause) {
      if (!(cause instanceof WorkerFailure)) throw cause;
      if (isStill(choice)) now.put({ choice, summary: null, failure: cause });
    }
  };

  return {
    name,
    now,
    again: () => {
      now.put(null);
      tries.value += 1;
    },
    follow: () =>
      effect(() => {
        tries.value;
        const [choice, isReady] = [wanted.value, client.value !== null && engine.value.phase !== "opening"];
        const known = now.value;
        if (!isReady || !choice || sameChoice(choice, known?.choice)) return;
        untracked(() => void load(choice));
      }),
  };
}
