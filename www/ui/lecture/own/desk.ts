// The lecture that is being edited, and the way back through its changes.
import { computed, signal } from "@preact/signals";
import type { LanguageCode } from "../../../content/language";
import type { OwnClick, OwnLecture } from "./model";
import { keep, ownLectures } from "./shelf";

/** Its id; null: the list of lectures is shown. */
export const editing = signal<string | null>(null);
export const draft = computed(
  () => ownLectures.value.find(({ lecture }) => lecture.id === editing.value)?.lecture ?? null,
);

/** The language that is written; null: that on screen. */
export const wordsIn = signal<LanguageCode | null>(null);
/** The row of the list that is open, and of its step the sub-step. */
export const openStep = signal<string | null>(null);
export const openClick = signal<string | null>(null);
/** What was added just now: its title is to be written. */
export const freshClick = signal<OwnClick | null>(null);

export function show(step: string | null, click: string | null = null): void {
  openStep.value = step;
  openClick.value = click;
}

interface History {
  readonly past: readonly OwnLecture[];
  readonly future: readonly OwnLecture[];
  /** What the last change was of: more of the same is one step back. */
  readonly what: string;
}

const MOST_PAST = 200;
const FRESH: History = { past: [], future: [], what: "" };
const history = signal<History>(FRESH);

export const canUndo = computed(() => history.value.past.length > 0);
export const canRedo = computed(() => history.value.future.length > 0);

export function edit(id: string | null): void {
  editing.value = id;
  history.value = FRESH;
  show(null);
}

/** `what`: changes of the same thing in a row, as letters in a field are, are one step back. */
export function change(how: (lecture: OwnLecture) => OwnLecture, what = ""): void {
  const before = draft.peek();
  if (!before) return;
  const after = how(before);
  if (JSON.stringify(after) === JSON.stringify(before)) return;
  const { past, what: last } = history.peek();
  const isMore = what !== "" && what === last;
  history.value = { past: isMore ? past : [...past, before].slice(-MOST_PAST), future: [], what };
  keep(after);
}

export function undo(): void {
  const [now, { past, future }] = [draft.peek(), history.peek()];
  const before = past.at(-1);
  if (!now || !before) return;
  history.value = { past: past.slice(0, -1), future: [now, ...future], what: "" };
  keep(before);
}

export function redo(): void {
  const [now, { past, future }] = [draft.peek(), history.peek()];
  const [after, ...rest] = future;
  if (!now || !after) return;
  history.value = { past: [...past, now], future: rest, what: "" };
  keep(after);
}
