// Going to a place in the article below the panels, from wherever one is: an entry of the browser's history, like going to a panel.
import { batch, computed } from "@preact/signals";
import { ARTICLE_ID, TITLE_ID } from "../../content/article";
import { current, set } from "../../state/current";
import { holdPlace } from "./holdPlace";
import { canGoTo, hash } from "./navigation";
import { wide } from "./viewport";

/** It stands below the whole tool, and in the panel about the paper where one panel is all there is. */
export const canReadArticle = computed(() => {
  const { embed, lecture, view, hide } = current;
  const isWhole = embed.value === null && lecture.value === null && view.value.length === 0;
  return isWhole && !hide.value.includes("article") && (wide.value || canGoTo("paper"));
});

/** How far down the page an element is, clear of the bars; null while it is not there. */
export function topOf(id: string): number | null {
  const element = document.getElementById(id);
  if (!element) return null;
  const clear = Number.parseFloat(getComputedStyle(element).scrollMarginTop) || 0;
  return Math.max(0, Math.round(scrollY + element.getBoundingClientRect().top - clear));
}

/** Places are whole pixels, scrolling is not. */
const ROUNDING = 2;

/**
 * Brings a place of the article, or what is `below` it, into view, and keeps it there until the visitor moves: the whole tool stands above,
 * and may be waiting for answers that make it grow.
 */
export function holdArticle(id: string, below: number, onReach?: () => void): void {
  const place = () => placeOrEnd(id, below);
  const watch = new ResizeObserver(() => scrollTo(0, place()));
  const leave = () => {
    watch.disconnect();
    removeEventListener("scroll", onScroll);
  };
  /** Whatever else scrolls: a search in the page, an aid to reading. */
  const onScroll = () => {
    if (Math.abs(scrollY - place()) > ROUNDING) leave();
  };
  const moved = holdPlace(place, () => {
    watch.observe(document.body);
    addEventListener("scroll", onScroll, { passive: true });
    onReach?.();
  });
  moved.addEventListener("abort", leave);
}

/** Where to scroll for a place, or `below` it; past the end of the page, where the article is fetched, while it is not there. */
function placeOrEnd(id: string, below: number): number {
  const { scrollHeight } = document.documentElement;
  if (!document.getElementById(TITLE_ID)) return scrollHeight;
  const top = topOf(id) ?? topOf(ARTICLE_ID) ?? 0;
  return Math.min(top + below, scrollHeight - innerHeight);
}

/** Shows a place of the article, and takes the focus there. */
export function goToArticle(id: string): void {
  batch(() => {
    if (!wide.peek()) set({ panel: "paper" });
    hash.value = `#${id}`;
  });
  holdArticle(id, 0, () => document.getElementById(id)?.focus({ preventScroll: true }));
}

/** What makes an anchor lead there. Presses that open a new tab are left to the browser. */
export function articleLink(id: string = ARTICLE_ID) {
  return {
    href: `#${id}`,
    onClick: (event: MouseEvent) => {
      if (event.ctrlKey || event.metaKey || event.shiftKey) return;
      event.preventDefault();
      goToArticle(id);
    },
  };
}
