// The row that the table below the maps shows: the row of the focus. Where rows are long it waits until the focus rests, because drawing
// two hundred stacks for every row that a pointer crosses would hold the pointer up.
import { computed, effect, signal } from "@preact/signals";
import { shown } from "./context";
import { focusRow } from "./focused";

/** Rows up to this long are drawn at once. */
const LONG = 60;
const REST_MS = 100;

const settled = signal<number | null>(null);
let timer: ReturnType<typeof setTimeout> | undefined;

effect(() => {
  const row = focusRow.value;
  const size = shown.value?.slice.size ?? 0;
  clearTimeout(timer);
  if (size <= LONG || settled.peek() === null) settled.value = row;
  else {
    timer = setTimeout(() => {
      settled.value = row;
    }, REST_MS);
  }
});

/** Null without maps, and never a row that the maps on screen do not have. */
export const tableRow = computed(() => {
  const row = settled.value;
  const size = shown.value?.slice.size ?? 0;
  return row !== null && row < size ? row : focusRow.value;
});
