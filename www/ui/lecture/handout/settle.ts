// Waiting until what is on screen answers the state and stays as it is: a hand-out takes its picture then.
import type { LectureClick } from "../../../content/lecture/lecture";
import { partOf } from "../parts";

/** Nothing has changed for so long. */
const QUIET_MS = 450;
/** What has not come by then is left out. Counting what an explanation is true about takes longest. */
const MOST_MS = 60_000;
const LOOK_MS = 100;

/** What the sub-step shows is on the page, drawn, and nothing is still being measured for it. */
function isThere(page: HTMLElement, { shows = [] }: LectureClick): boolean {
  const parts = shows.map((name) => page.querySelector(partOf(name)));
  const isDrawn = parts.every((part) => part?.matches(":has(svg, table, li), svg, table"));
  return isDrawn && page.querySelector('[data-busy]:not([data-busy="false"])') === null;
}

/** False where it did not come, or where the visitor does not want to wait. */
export async function settled(click: LectureClick, isWanted: () => boolean): Promise<boolean> {
  const page = document.querySelector("main");
  if (!page) return false;
  const began = performance.now();
  let changed = began;
  const watch = new MutationObserver(() => {
    changed = performance.now();
  });
  watch.observe(page, { subtree: true, childList: true, attributes: true, characterData: true });
  try {
    for (;;) {
      await new Promise((resolve) => setTimeout(resolve, LOOK_MS));
      const now = performance.now();
      const isReady = document.documentElement.dataset.ready === "true" && isThere(page, click);
      if (!isWanted() || now - began > MOST_MS) return false;
      if (isReady && now - changed > QUIET_MS) return true;
    }
  } finally {
    watch.disconnect();
  }
}
