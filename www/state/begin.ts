// Data is open: the session begins on it.
import { dispatch, experiment } from "./current";
import { leftOut } from "./link";
import { sayDropped } from "./notices";

/** Items that the state names and the data does not have are left out, and named. */
export function begin(example: readonly number[], items: number): void {
  const { session, pinned, candidate } = experiment.peek();
  dispatch({ type: "opened", example, items });
  const named = [
    ["s", session],
    ["base", pinned],
    ["item", candidate === null ? null : [candidate]],
  ] as const;
  for (const [key, ids] of named) {
    const left = ids?.filter((id) => id >= items) ?? [];
    if (left.length > 0) sayDropped([leftOut(key, left.join("."))]);
  }
}
