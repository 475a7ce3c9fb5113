// The article's place below the panels. The article itself is fetched when the place comes near, or when an address names it.
import { signal } from "@preact/signals";
import { useEffect, useRef } from "preact/hooks";
import { t } from "../../content";
import { ARTICLE_ID, TITLE_ID } from "../../content/article";
import { openQuestions } from "../../state/question";
import { awaited } from "../common/awaited";
import { below } from "../common/below";
import { Fetched, whenNeeded } from "../common/lazy";
import { canReadArticle } from "../common/readArticle";
import { followPlaces } from "./places";
import "../../styles/essay.css";

const article = whenNeeded(async () => (await import("./Article")).Article, ["article", "paper", "glossary"]);

/** So far below the window is near, for whoever has begun to scroll; before, only what is in view. */
const NEAR = "400px";
/** For so long, in ms, it must be in view of somebody who has not scrolled: a panel that is opened is short until its parts are here. */
const A_MOMENT = 1000;
const hasScrolled = signal(false);
const isNear = signal(false);

function Below() {
  return canReadArticle.value ? <Place /> : null;
}

function Place() {
  const place = useRef<HTMLElement>(null);
  const rootMargin = hasScrolled.value ? NEAR : "0px";
  // A panel whose parts or answers are on their way is short: what is below it is not near yet.
  const isWhole = awaited.value + openQuestions.value === 0;
  useEffect(() => {
    if (!isWhole) return;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const come = () => {
      isNear.value = true;
    };
    const watch = new IntersectionObserver(
      ([entry]) => {
        clearTimeout(timer);
        if (entry?.isIntersecting) timer = setTimeout(come, hasScrolled.peek() ? 0 : A_MOMENT);
      },
      { rootMargin },
    );
    if (place.current) watch.observe(place.current);
    return () => {
      clearTimeout(timer);
      watch.disconnect();
    };
  }, [rootMargin, isWhole]);
  const isHere = article.here.value !== null;
  return (
    <section class="essay" id={ARTICLE_ID} aria-labelledby={isHere ? TITLE_ID : undefined} tabIndex={-1} ref={place}>
      {isNear.value && (
        <Fetched what={article} waiting={t().panels.waiting}>
          {(Article) => <Article />}
        </Fetched>
      )}
    </section>
  );
}

below.value = Below;
// A panel that is opened is brought to its top: nobody has moved down.
addEventListener(
  "scroll",
  () => {
    if (scrollY > 0) hasScrolled.value = true;
  },
  { passive: true },
);
followPlaces();
