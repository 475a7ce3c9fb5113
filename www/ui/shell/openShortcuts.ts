import { signal } from "@preact/signals";

/** The list of keys is on screen, or on its way. */
export const shortcutsOpen = signal(false);

export function openShortcuts(): void {
  shortcutsOpen.value = true;
}
