import { signal } from "@preact/signals";

/** Curves or their numbers: the switch stands in the heading, what it switches comes later. */
export const asTable = signal(false);
