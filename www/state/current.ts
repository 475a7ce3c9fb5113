// The state on screen, and each of its fields as a signal of its own: whoever shows the session is not drawn again for the panel.
import { computed, type ReadonlySignal, signal } from "@preact/signals";
import type { Cell } from "./codecs";
import { type Action, DEFAULTS, type Experiment, itemsOf, reduce } from "./experiment";
import { FIELD_NAMES, type FieldName, type Fields, type Patch } from "./fields";

export const experiment = signal<Experiment>(DEFAULTS);
/** The cell under the pointer or reached by arrow keys. Sixty a second cross a map: they change nothing but this. */
export const hovered = signal<Cell | null>(null);

export function dispatch(action: Action): void {
  const before = experiment.peek();
  experiment.value = reduce(before, action);
  if (itemsOf(experiment.peek()) !== itemsOf(before)) hovered.value = null;
}

/** Sets any fields at once. */
export function set(patch: Patch): void {
  dispatch({ type: "set", patch });
}

type Current = { readonly [Name in FieldName]: ReadonlySignal<Fields[Name]> };

function followed<Name extends FieldName>(name: Name): ReadonlySignal<Fields[Name]> {
  return computed(() => experiment.value[name]);
}

/** Every field as a signal: `current.k.value`. */
export const current = Object.fromEntries(FIELD_NAMES.map((name) => [name, followed(name)])) as Current;

/** The items of the session, oldest first. The same array as long as it holds the same items. */
export const session = computed(() => itemsOf(experiment.value));
export const canUndo = computed(() => experiment.value.past.length > 0);
export const canRedo = computed(() => experiment.value.future.length > 0);
