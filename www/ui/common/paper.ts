// The page as a sheet of paper: laid out by the styles of print, every drawing made anew for its room there. A browser tells of a print just
// before it takes its picture, and waits for nothing: all of it happens at once.

import { signal } from "@preact/signals";
import { options } from "preact";
import { rooms } from "../../viz/useRoom";

/** The page lies on paper now. */
export const onPaper = signal(false);

/** What is printed is not the panel on screen but a hand-out of its own. */
export const hasOwnSheets = signal(false);

/** Whatever is drawn anew by `change` is drawn when this returns. */
function atOnce(change: () => void): void {
  const { debounceRendering: before } = options;
  options.debounceRendering = (draw) => draw();
  try {
    change();
  } finally {
    if (before) options.debounceRendering = before;
    else delete options.debounceRendering;
  }
}

const PRINT = "print";
const EVERYWHERE = "all";

/** Styles for paper hold on the screen as well, so that what is measured there is what will be printed; or for paper alone again. */
function spread(from: string, to: string): void {
  for (const sheet of document.styleSheets) {
    for (const rule of sheet.cssRules) {
      if (rule instanceof CSSMediaRule && rule.media.mediaText === from) rule.media.mediaText = to;
    }
  }
}

export function layOnPaper(): void {
  if (onPaper.peek()) return;
  spread(PRINT, EVERYWHERE);
  atOnce(() => {
    onPaper.value = true;
    rooms.value += 1;
  });
}

export function takeOffPaper(): void {
  if (!onPaper.peek()) return;
  spread(EVERYWHERE, PRINT);
  atOnce(() => {
    onPaper.value = false;
    rooms.value += 1;
  });
}
