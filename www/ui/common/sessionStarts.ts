// Whole sessions to start from: examples, and real ones whose next item is hidden until it is asked for.
import { loadWords, t } from "../../content";
import { dispatch, set } from "../../state/current";
import type { Quiz } from "../../state/fields";
import { testSession } from "../../state/resources";
import { announce } from "./Announcer";

export function startFrom(items: readonly number[]): void {
  dispatch({ type: "replace", items });
}

/** Seeds of random sessions; any 32-bit number does. */
function anySeed(): number {
  return crypto.getRandomValues(new Uint32Array(1))[0] ?? 0;
}

/** A session of the test set, whose next item stays hidden. */
export async function drawTestSession(): Promise<void> {
  const seed = anySeed();
  const [found] = await Promise.all([testSession(seed), loadWords(["examples"])]);
  if (!found) {
    announce(t().examples.noTestSession);
    return;
  }
  dispatch({ type: "replace", items: found.items, quiz: { seed, target: found.target, revealed: false } });
  announce(t().examples.realLoaded(found.items.length));
}

export function reveal(quiz: Quiz): void {
  set({ quiz: { ...quiz, revealed: true } });
}
