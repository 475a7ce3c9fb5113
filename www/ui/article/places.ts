// Where in the article one is: kept in the entry of the browser's history and named in the address, so that Back, a reload and a link that
// was sent lead there. While one reads on, the entry stays the same one; going there or away makes a new one (shell/panelHistory.ts).
import { batch, effect } from "@preact/signals";
import { ARTICLE_ID, TITLE_ID } from "../../content/article";
import type { Panel } from "../../panels";
import { current, set } from "../../state/current";
import { hash } from "../common/navigation";
import { canReadArticle, goToArticle, holdArticle, topOf } from "../common/readArticle";
import { wide } from "../common/viewport";

/** A scroll has ended. Browsers stop pages that rewrite their address more often than some times a second. */
const REST_MS = 200;
/** The line that one reads at, as a share of the window's height. */
const LINE = 0.4;
/** Less of a part at the window's foot is not read. */
const LEAST = 80;

/** Marks the parts that the address names while one reads. */
export const PLACE = "data-place";

const isOfArticle = (place: string) => place === `#${ARTICLE_ID}` || place.startsWith(`#${ARTICLE_ID}-`);

/** The part that one reads; null: the article is not on the page, or still below. */
function partRead(): string | null {
  const article = document.getElementById(ARTICLE_ID);
  const isRead = (element: Element) => element.getBoundingClientRect().top <= innerHeight * LINE;
  if (!article || !isRead(article)) return null;
  // One that was gone to stays the place while it is in view: the last ones do not reach the line.
  const now = document.getElementById(hash.peek().slice(1));
  const top = now?.getBoundingClientRect().top ?? -1;
  if (now && top >= 0 && top < innerHeight - LEAST) return now.id;
  return [...article.querySelectorAll(`[${PLACE}]`)].findLast(isRead)?.id ?? ARTICLE_ID;
}

/** Notes where one is in the entry that is there: no step for Back. */
function note(part: string | null): void {
  const place = part === null ? "" : `#${part}`;
  if (place === "" && hash.peek() === "") return;
  const below = part === null ? undefined : scrollY - (topOf(part) ?? scrollY);
  history.replaceState({ ...history.state, below }, "", `${location.pathname}${location.search}${place}`);
  hash.value = place;
}

/** What is pressed in the article is read, wherever it stands. */
const noteArticle = () => note(partRead() ?? ARTICLE_ID);

/** The article alone: whoever reads it gets no panels on paper (styles/essay.css). */
export function printArticle(): void {
  noteArticle();
  print();
}

/** From the article to the panel that shows what it speaks of; Back leads to the line that was read. */
export function goToPanelFrom(panel: Panel): void {
  noteArticle();
  batch(() => {
    set({ panel });
    hash.value = "";
  });
}

/** To where the entry says, or to the beginning of what the address names. */
function goBack(state: unknown): void {
  const id = hash.peek().slice(1);
  const { below }: { below?: unknown } = { ...(typeof state === "object" ? state : null) };
  holdArticle(id, typeof below === "number" ? below : 0);
}

/** Narrow windows have the article in one panel: from another one, that is a step. */
function goOn(): void {
  if (wide.peek() || current.panel.peek() === "paper") goBack(history.state);
  else {
    const id = hash.peek().slice(1);
    note(null);
    goToArticle(id);
  }
}

/** Follows where one is from now on. */
export function followPlaces(): void {
  if (!isOfArticle(hash.peek())) note(null);
  // Unless the visitor has gone elsewhere before this was here.
  else if (scrollY === 0) goOn();

  addEventListener("popstate", ({ state }) => {
    if (isOfArticle(hash.peek())) goBack(state);
  });
  let timer: ReturnType<typeof setTimeout> | undefined;
  const noteNow = () => {
    // Until it is here, one is where the address says.
    const isComing = document.getElementById(ARTICLE_ID) && !document.getElementById(TITLE_ID);
    if (canReadArticle.peek() && !isComing) note(partRead());
  };
  addEventListener(
    "scroll",
    () => {
      clearTimeout(timer);
      timer = setTimeout(noteNow, REST_MS);
    },
    { passive: true },
  );
  addEventListener("pagehide", noteNow);
  let wasWide = wide.peek();
  effect(() => {
    if (wide.value === wasWide) return;
    wasWide = wide.value;
    if (hash.peek() !== "") goOn();
  });
  effect(() => {
    // A lecture, or panels that stand alone, have no article below them.
    if (!canReadArticle.value) note(null);
    document.documentElement.toggleAttribute("data-reading", hash.value !== "");
  });
}
