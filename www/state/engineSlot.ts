// Work with a model in a slot of the engine that is nobody else's, and is empty again afterwards, however the work ends.
import { client } from "./engine";

/** Who put a model into a slot last: work that was called off meanwhile puts away no other's. */
const putBy = new Map<string, object>();

/** `put` loads the model into `slot`. */
export async function inSlot<Found>(
  slot: string,
  put: () => Promise<unknown>,
  work: () => Promise<Found>,
): Promise<Found> {
  const mine = {};
  putBy.set(slot, mine);
  try {
    await put();
    return await work();
  } finally {
    // Not by the question that asks: one that was called off asks nothing more. A dead engine has dropped everything.
    const engine = putBy.get(slot) === mine ? client.peek() : null;
    engine?.ask("dropModel", { slot }).catch(() => undefined);
  }
}
