import { signal } from "@preact/signals";

/** The large map that the keyboard goes to once it is there, by its id. */
export const arriving = signal<string | null>(null);
