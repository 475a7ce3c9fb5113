// What a visitor does to the session, from wherever on the page: the edit, and the sentence that is read out.
import { signal } from "@preact/signals";
import { loadWords, t } from "../../content";
import { dispatch, session, set } from "../../state/current";
import type { Quiz } from "../../state/fields";
import { catalogue } from "../../state/opened";
import { testSession } from "../../state/resources";
import { announce } from "./Announcer";
import { inOneList } from "./inOneList";
import { itemName } from "./itemWords";
import { wide } from "./viewport";

/** On narrow screens the item that was added last, for as long as it is shown, and its place in the session. */
export const justAdded = signal<{ readonly item: number; readonly place: number } | null>(null);

export function addItem(id: number): void {
  dispatch({ type: "add", item: id });
  if (!wide.peek()) justAdded.value = { item: id, place: session.value.length };
  announce(t().session.added(itemName(catalogue.value, id), session.value.length));
}

export function removeStep(index: number): void {
  const item = session.value[index];
  if (item === undefined) return;
  dispatch({ type: "remove", index });
  announce(t().session.removed(itemName(catalogue.value, item), session.value.length));
}

export function moveStep(from: number, to: number): void {
  const items = session.value;
  const target = Math.min(Math.max(to, 0), items.length - 1);
  const item = items[from];
  if (item === undefined || target === from) return;
  dispatch({ type: "move", from, to: target });
  announce(t().session.moved(itemName(catalogue.value, item), target + 1, items.length));
}

/** Takes several steps out in one edit, which one step back undoes. */
export function removeSteps(indexes: readonly number[]): void {
  const items = session.value;
  const gone = indexes.flatMap((index) => items[index] ?? []);
  const [first] = gone;
  if (first === undefined) return;
  const left = items.filter((_, index) => !indexes.includes(index));
  dispatch({ type: "edit", items: left, change: { kind: "remove", item: first } });
  announce(t().session.removed(inOneList(gone.map((id) => itemName(catalogue.value, id))), left.length));
}

/** Puts another item in the place of a step. */
export function replaceStep(index: number, by: number): void {
  const items = session.value;
  const item = items[index];
  if (item === undefined) return;
  dispatch({ type: "edit", items: items.map((id, at) => (at === index ? by : id)), change: { kind: "swap", item } });
  announce(t().session.replaced(itemName(catalogue.value, item), itemName(catalogue.value, by)));
}

export function undo(): void {
  dispatch({ type: "undo" });
  announce(t().session.undone);
}

export function redo(): void {
  dispatch({ type: "redo" });
  announce(t().session.redone);
}

export function clearSession(): void {
  dispatch({ type: "clear" });
  announce(t().session.cleared);
}

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
