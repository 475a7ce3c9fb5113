// Edits of steps that explanations offer.
import { t } from "../../content";
import { dispatch, session } from "../../state/current";
import { catalogue } from "../../state/opened";
import { announce } from "./Announcer";
import { inOneList } from "./inOneList";
import { itemName } from "./itemWords";

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
