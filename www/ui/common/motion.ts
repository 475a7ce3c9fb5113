import { computed, type ReadonlySignal, signal } from "@preact/signals";

const query = typeof matchMedia === "function" ? matchMedia("(prefers-reduced-motion: reduce)") : null;
const isStill = signal(query?.matches ?? false);
query?.addEventListener("change", (event) => {
  isStill.value = event.matches;
});

/** False where the visitor wants nothing to move. */
export const moves: ReadonlySignal<boolean> = computed(() => !isStill.value);
