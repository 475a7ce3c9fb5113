// A model from a file: read by the engine against the data that is open, put on the shelf, and asked to answer.
import { WorkerFailure } from "../worker/client";
import { set } from "./current";
import { ofData } from "./opened";
import { shelveRun } from "./shelveRun";

/** Why the last file was refused; what answered before still does. It says nothing of other data. */
export const fileFailure = ofData<{ readonly name: string; readonly failure: WorkerFailure } | null>(null);

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
