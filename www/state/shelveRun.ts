import { client } from "./engine";
import { source } from "./opened";
import { offerTrained, trainedKey } from "./shelf";

/** Only to learn which system the model is; nobody asks this slot anything. */
export const SHELF = "shelf";

/**
 * Puts the model a run ended with on the shelf. `label` says which run it was, and how far it came. Resolves to the key that the state
 * calls it by; null where other data came meanwhile.
 */
export async function shelveRun(key: string, bytes: Uint8Array, label: string): Promise<string | null> {
  const [engine, of] = [client.peek(), source.peek()];
  if (!engine || !of) return null;
  const { system } = await engine.ask("loadModel", { bytes, slot: SHELF });
  await engine.ask("dropModel", { slot: SHELF });
  // The engine read the model against the data that is open; other data in between would have refused it.
  if (source.peek() !== of) return null;
  offerTrained({ key, system: system.id, name: system.name, label, source: of, bytes });
  return trainedKey(key);
}
