import { signal } from "@preact/signals";

const query = typeof matchMedia === "function" ? matchMedia("(min-width: 67.5rem)") : null;

/** True while session and panels stand side by side. The stylesheets switch at the same width. */
export const wide = signal(query?.matches ?? true);

query?.addEventListener("change", (event) => {
  wide.value = event.matches;
});
