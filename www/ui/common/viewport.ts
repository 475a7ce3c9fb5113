// How wide the window is, where the page draws other things and not only draws them differently. The stylesheets switch at the same widths.
import { type ReadonlySignal, signal } from "@preact/signals";

function matches(media: string, fallback: boolean): ReadonlySignal<boolean> {
  const query = typeof matchMedia === "function" ? matchMedia(media) : null;
  const now = signal(query?.matches ?? fallback);
  query?.addEventListener("change", (event) => {
    // A sheet of paper is narrow, too: what is printed is what was on screen.
    if (!matchMedia("print").matches) now.value = event.matches;
  });
  return now;
}

/** True while session and panels stand side by side. */
export const wide = matches("(min-width: 67.5rem)", true);
/** True where one thumb reaches everything. */
export const phone = matches("(max-width: 35rem)", false);
