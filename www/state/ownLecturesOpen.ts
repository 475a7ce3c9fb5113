// Whether the dialog of the lecturer's own lectures is open, and with which files; its code is fetched when it is.
import { signal } from "@preact/signals";

/** Null: closed. */
export const ownLecturesOpen = signal<readonly File[] | null>(null);
