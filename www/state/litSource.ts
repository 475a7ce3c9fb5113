// Which source is pointed at, with the pointer, the keyboard or a pin.
import { computed, signal } from "@preact/signals";
import { current } from "./current";

/** The letter of the source under the pointer or the keyboard's focus; what is lit follows it, so it is no field. */
export const hoveredSource = signal<string | null>(null);

/** The source that diagrams, formulas and maps light: the one pointed at, or the pinned one. */
export const litSource = computed(() => hoveredSource.value ?? current.source.value);
