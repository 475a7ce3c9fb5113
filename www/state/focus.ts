// Where all maps point, and which layer and head they show.
import { computed } from "@preact/signals";
import { answered, explanation } from "./answers";
import type { Cell } from "./codecs";
import { current, hovered, session, set } from "./current";
import type { HeadChoice } from "./fields";
import { model } from "./opened";
import { isVisible, slotsOf, strongestCell } from "./slots";

/** A pinned cell ignores the pointer until it is freed. */
export interface FocusCell extends Cell {
  readonly pinned: boolean;
}

/** Layer and head on screen, within what the model has. */
export const mapLayer = computed(() =>
  Math.min(current.layer.value, Math.max(0, (explanation.value?.layers ?? 1) - 1)),
);
export const mapHead = computed<HeadChoice>(() => {
  const head = current.head.value;
  return head === "mean" ? head : Math.min(head, Math.max(0, (explanation.value?.heads ?? 1) - 1));
});

/** What the row that is read out looks at most. */
const strongest = computed(() => {
  const maps = explanation.value;
  if (!maps) return null;
  const head = mapHead.value;
  return strongestCell(maps, mapLayer.value, head === "mean" ? [...Array(maps.heads).keys()] : [head]);
});

/** The cell all maps point at: the visitor's, or the newest item's strongest look back. Null without an explanation. */
export const focusCell = computed<FocusCell | null>(() => {
  const maps = explanation.value;
  const n = maps?.items.length ?? 0;
  if (!maps || n === 0 || maps.layers === 0) return null;
  const pinned = current.focus.value;
  const cell = pinned ?? hovered.value;
  if (cell && cell.row < n && cell.column < n && isVisible(cell.row, cell.column, maps.causal)) {
    return { row: cell.row, column: cell.column, pinned: pinned !== null };
  }
  return strongest.value && { ...strongest.value, pinned: false };
});

export function pinCell({ row, column }: Cell): void {
  set({ focus: { row, column } });
}

/** Which slot of the model on screen holds which step; without a model every step has one. */
export const slots = computed(() => {
  const { length } = session.value;
  const maps = explanation.value;
  return maps ? slotsOf(maps.items, answered.value.length) : { size: length, steps: length, dropped: 0 };
});

/** Slots the model appends to the session: one where it reads the answer from [MASK]. */
function appendedSlots(): number {
  return slots.value.size - slots.value.steps;
}

/** Steps the model has room for; null without a model. */
export function room(): number | null {
  const length = model.value?.config.max_length;
  return length === undefined ? null : length - appendedSlots();
}

/** The oldest steps, which the model has no room for; the rows of the maps count from the first one after them. */
export function droppedSteps(): number {
  const steps = room();
  return steps === null ? 0 : Math.max(0, session.value.length - steps);
}

/** Points all maps at what the row that is read out makes of a step. */
export function pointAt(index: number): void {
  const dropped = droppedSteps();
  if (index < dropped) return;
  pinCell({ row: session.value.length - 1 - dropped + appendedSlots(), column: index - dropped });
}
