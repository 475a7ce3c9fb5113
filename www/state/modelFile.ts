// A model from a file: read by the engine against the data that is open, put on the shelf, and asked to answer.
import type { ModelSummary } from "../engine.ts";
import { WorkerFailure } from "../worker/client";
import { current, set } from "./current";
import { fitOf } from "./modelFit";
import { loaded, modelFailure, ofData, source } from "./opened";
import { trainedModels } from "./shelf";
import { lookAtModel, shelveRun } from "./shelveRun";
import { until } from "./until";

/** Why the last file was refused; what answered before still does. It says nothing of other data. */
export const fileFailure = ofData<{ readonly name: string; readonly failure: WorkerFailure } | null>(null);

function sameBytes(one: Uint8Array, other: Uint8Array): boolean {
  return one.length === other.length && one.every((byte, at) => byte === other[at]);
}

/** What the shelf calls a file: by its name, and by a number more where another file of that name is there. */
function labelOf(name: string, bytes: Uint8Array): string {
  for (let n = 1; ; n++) {
    const label = n === 1 ? name : `${name} (${n})`;
    const there = trainedModels.peek().find(({ key }) => key === keyOf(label));
    if (!there || (there.source === source.peek() && sameBytes(there.bytes, bytes))) return label;
  }
}

function keyOf(label: string): string {
  return `file:${label}`;
}

/** As `openModelFile`, but a file that leaves open which data it belongs to is given to `ask` instead. */
export async function openOrAsk(name: string, bytes: Uint8Array, ask: () => void): Promise<void> {
  fileFailure.put(null);
  try {
    const summary = await lookAtModel(bytes);
    if (fitOf(summary) === "unknown") ask();
    else await openModelFile(name, bytes);
  } catch (cause) {
    if (!(cause instanceof WorkerFailure)) throw cause;
    fileFailure.put({ name, failure: cause });
  }
}

/**
 * Takes a model from a file and lets it answer. Resolves to what answers once it does; null where it does not: what does not fit the
 * open data is refused, and the old model stays.
 */
export async function openModelFile(name: string, bytes: Uint8Array): Promise<ModelSummary | null> {
  fileFailure.put(null);
  try {
    const of = source.peek();
    const label = labelOf(name, bytes);
    const key = await shelveRun(keyOf(label), bytes, label);
    if (!key) return null;
    set({ model: key });
    const answers = () => loaded.value?.key === key;
    const isOver = () => modelFailure.value !== null || current.model.value !== key || source.value !== of;
    await until(() => answers() || isOver());
    return answers() ? (loaded.peek()?.summary ?? null) : null;
  } catch (cause) {
    if (!(cause instanceof WorkerFailure)) throw cause;
    fileFailure.put({ name, failure: cause });
    return null;
  }
}
