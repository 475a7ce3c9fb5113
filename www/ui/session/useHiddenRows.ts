// Whether a list that scrolls by itself goes on above and below what is seen of it. Its ends are watched, not measured: measuring would lay
// the page out once more with every click.
import type { RefObject } from "preact";
import { useEffect, useState } from "preact/hooks";

interface Hidden {
  above: boolean;
  below: boolean;
}

/** Of a row that is cut by a pixel nobody says that it is hidden. */
const SLACK = "2px";
const WHOLE = 0.95;

/** `rows` are the rows of the list: its ends are others when they change. */
export function useHiddenRows(list: RefObject<HTMLElement | null>, rows: readonly unknown[]): Hidden {
  const [hidden, setHidden] = useState<Hidden>({ above: false, below: false });
  useEffect(() => {
    const [first, last] = [list.current?.firstElementChild, list.current?.lastElementChild];
    if (!first || !last) return;
    const watch = new IntersectionObserver(
      (seen) =>
        setHidden((before) => {
          const now = { ...before };
          for (const { target, intersectionRatio } of seen) {
            if (target === first) now.above = intersectionRatio < WHOLE;
            if (target === last) now.below = intersectionRatio < WHOLE;
          }
          return before.above === now.above && before.below === now.below ? before : now;
        }),
      { root: list.current, rootMargin: SLACK, threshold: WHOLE },
    );
    watch.observe(first);
    watch.observe(last);
    return () => watch.disconnect();
  }, [list, rows]);
  return hidden;
}
