// The page as a sheet of paper: laid out by the styles of print, every drawing made anew for its room there. A browser tells of a print just
// before it takes its picture, and waits for nothing: all of it happens at once.
import { signal } from "@preact/signals";
import { options } from "preact";
import { rooms } from "../../viz/useRoom";

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

function readRooms(): void {
  atOnce(() => {
    rooms.value += 1;
  });
}

const PRINT = "print";

/** None of a sheet that another origin, a browser's extension, has put there. */
function rulesOf(sheet: CSSStyleSheet): readonly CSSRule[] {
  try {
    return [...sheet.cssRules];
  } catch {
    return [];
  }
}

/** Styles for paper that hold on the screen as well, so that what is measured there is what will be printed. */
let spread: readonly CSSMediaRule[] = [];

export function layOnPaper(): void {
  if (spread.length > 0) return;
  spread = [...document.styleSheets]
    .flatMap(rulesOf)
    .filter((rule) => rule instanceof CSSMediaRule)
    .filter(({ media }) => media.mediaText === PRINT);
  for (const { media } of spread) media.mediaText = "all";
  readRooms();
}

export function takeOffPaper(): void {
  for (const { media } of spread) media.mediaText = PRINT;
  spread = [];
  readRooms();
}
