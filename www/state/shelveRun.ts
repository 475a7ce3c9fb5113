import { client } from "./engine";
import { source } from "./opened";
import { offerTrained } from "./shelf";

/** Only to learn which system the weights are; nobody asks this slot anything. */
const SLOT = "shelf";

/** Puts the weights a run ended with on the shelf. `label` says which run it was, and how far it came. */
export async function shelveRun(key: string, bytes: Uint8Array, label: string): Promise<void> {
  const [engine, of] = [client.peek(), source.peek()];
  if (!engine || !of) return;
  const { system } = await engine.loadModel(bytes, SLOT);
  await engine.dropModel(SLOT);
  // The engine read the weights against the data that is open; other data in between would have refused them.
  if (source.peek() === of) offerTrained({ key, system: system.id, name: system.name, label, source: of, bytes });
}
