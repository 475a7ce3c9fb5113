// What a visitor does to the session, from wherever on the page: the edit, and the sentence that is read out.
import { signal } from "@preact/signals";
import { t } from "../../content";
import { dispatch, session } from "../../state/current";
import { catalogue } from "../../state/opened";
import { announce } from "./Announcer";
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
