// A model from a file: read by the engine against the data that is open, put on the shelf, and asked to answer.
import type { ModelSummary } from "../engine.ts";
import { WorkerFailure } from "../worker/client";
import { set } from "./current";
import { client } from "./engine";
import { ofData } from "./opened";
import { SHELF, shelveRun } from "./shelveRun";

/** Why the last file was refused; what answered before still does. It says nothing of other data. */
export const fileFailure = ofData<{ readonly name: string; readonly failure: WorkerFailure } | null>(null);

/** What a model file is, by the engine, before it answers anybody. Rejects where it does not fit the open data. */
export async function lookAtModel(bytes: Uint8Array): Promise<ModelSummary> {
  const engine = client.peek();
  if (!engine) throw new WorkerFailure("The engine is not here yet.", { code: "not_ready", what: "engine" });
  const summary = await engine.ask("loadModel", { bytes, slot: SHELF });
  await engine.ask("dropModel", { slot: SHELF });
  return summary;
}

/** Takes a model from a file and lets it answer. What does not fit the open data is refused, and the old model stays. */
export async function openModelFile(name: string, bytes: Uint8Array): Promise<boolean> {
  fileFailure.put(null);
  try {
    const key = await shelveRun(`file:${name}`, bytes, name);
    if (key) set({ model: key });
    return key !== null;
  } catch (cause) {
    if (!(cause instanceof WorkerFailure)) throw cause;
    fileFailure.put({ name, failure: cause });
    return false;
  }
}
