// What the visitor looks at: the attribute, the value that is picked, and the item that is lit.
import { computed, signal } from "@preact/signals";
import { current, session } from "../../state/current";
import { catalogue, ofData } from "../../state/opened";
import { attributeSources, type SourceView } from "../common/sources";
import { type ValueShapes, valueShapes } from "./values";

/** The attribute whose values are told apart; null for data without any. */
export const by = computed<SourceView | null>(() => {
  const sources = attributeSources(catalogue.value?.attributes ?? []);
  return sources.find(({ letter }) => letter === current.mapBy.value) ?? sources[0] ?? null;
});

export const shapes = computed<ValueShapes | null>(() => {
  const data = catalogue.value;
  return data && valueShapes(data, by.value?.attribute ?? null);
});

/** What was pressed: a value of an attribute, or none of them. */
const pressed = ofData<{ readonly attribute: number; readonly value: number | null } | null>(null);

/** The picked value: what was pressed, or else that of the newest click; null: all are alike. */
export const picked = computed<number | null>(() => {
  const attribute = by.value?.attribute ?? null;
  if (attribute === null) return null;
  const choice = pressed.value;
  if (choice?.attribute === attribute) return choice.value;
  return shapes.value?.worn[session.value.at(-1) ?? 0] ?? null;
});

/** Alone; once more: all. */
export function pressValue(value: number): void {
  const attribute = by.peek()?.attribute ?? null;
  if (attribute !== null) pressed.put({ attribute, value: picked.peek() === value ? null : value });
}

/** Under the pointer or the arrow keys: changes with every move, so it is no field. */
export const pointedItem = signal<number | null>(null);
const kept = ofData<number | null>(null);
export const keptItem = computed(() => kept.value);

/** A click keeps an item lit; another one on the same lets it go. */
export function keepItem(item: number | null): void {
  kept.put(item !== null && item === kept.peek() ? null : item);
}

/** Lit in both maps; null: none. */
export const litItem = computed<number | null>(() => {
  const item = pointedItem.value ?? kept.value;
  return item !== null && item < (catalogue.value?.items.length ?? 0) ? item : null;
});

/** Whose neighbours are listed: those of what is lit, or else of the newest click. */
export const listedItem = computed<number | null>(() => litItem.value ?? session.value.at(-1) ?? null);
