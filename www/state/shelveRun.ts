// A model is looked at, and put on the shelf.
import type { ModelSummary } from "../engine.ts";
import { emptyFile, otherData } from "../worker/failure";
import { client, engineNow } from "./engine";
import { fitOf } from "./modelFit";
import { summary as openSummary, source } from "./opened";
import { offerTrained, trainedKey } from "./shelf";

/** Nobody asks this slot anything. */
const SHELF = "shelf";

/** What a model file is, by the engine, before it answers anybody. Rejects where it does not fit the open data, or was trained on other. */
export async function lookAtModel(bytes: Uint8Array): Promise<ModelSummary> {
  if (bytes.length === 0) throw emptyFile();
  const engine = engineNow();
  const summary = await engine.ask("loadModel", { bytes, slot: SHELF });
  await engine.ask("dropModel", { slot: SHELF });
  // Tables of the same size are no proof: two shops have as many items, and other ones.
  if (fitOf(summary) === "other") throw otherData(summary.trained?.data ?? "", openSummary.peek()?.name ?? "");
  return summary;
}

/**
 * Puts the model a run ended with on the shelf. `label` says which run it was, and how far it came. Resolves to the key that the state
 * calls it by; null where other data came meanwhile.
 */
export async function shelveRun(key: string, bytes: Uint8Array, label: string): Promise<string | null> {
  const of = source.peek();
  if (!client.peek() || !of) return null;
  const { system } = await lookAtModel(bytes);
  // The engine read the model against the data that is open; other data in between would have refused it.
  if (source.peek() !== of) return null;
  offerTrained({ key, system: system.id, name: system.name, label, source: of, bytes });
  return trainedKey(key);
}
