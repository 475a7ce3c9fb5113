// How large the notes are in the presenter's window, kept for the next lecture.
import { signal } from "@preact/signals";

const KEY = "dif-sr.notes-size";
/** Of the page's text. */
const SIZES = [1, 1.15, 1.3, 1.5] as const;
const LARGEST = SIZES.length - 1;

const within = (size: number) => Math.min(Math.max(Math.trunc(size) || 0, 0), LARGEST);

function recall(): number {
  try {
    return within(Number(localStorage.getItem(KEY)));
  } catch {
    return 0;
  }
}

const size = signal(recall());

export const notesScale = () => SIZES[size.value];
export const canResize = (by: number) => within(size.value + by) !== size.value;

export function resizeNotes(by: number): void {
  size.value = within(size.peek() + by);
  try {
    localStorage.setItem(KEY, String(size.peek()));
  } catch {
    // It is then of this window alone.
  }
}
