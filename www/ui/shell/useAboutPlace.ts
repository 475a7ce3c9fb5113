import { useLayoutEffect, useRef } from "preact/hooks";

/**
 * Says to the stylesheets whether the sentence about the page stands whole in the header, in the room that everything else there leaves
 * it; where it does not, it is shown over the session. The element with the ref is measured, seen or not.
 */
export function useAboutPlace(sentence: string) {
  const place = useRef<HTMLParagraphElement>(null);
  useLayoutEffect(() => {
    const element = place.current;
    if (!element) return;
    const say = () => {
      document.documentElement.dataset.about = isWhole(element) ? "header" : "session";
    };
    const watch = new ResizeObserver(say);
    watch.observe(element);
    say();
    return () => watch.disconnect();
  }, [sentence]);
  return place;
}

function isWhole(element: HTMLElement): boolean {
  const { clientWidth, clientHeight, scrollWidth, scrollHeight } = element;
  return clientWidth > 0 && scrollWidth <= clientWidth && scrollHeight <= clientHeight;
}
