// Whether a list that scrolls by itself goes on above and below what is seen of it.
import type { RefObject } from "preact";
import { useEffect, useState } from "preact/hooks";

interface Hidden {
  readonly above: boolean;
  readonly below: boolean;
}

/** Of a row that is cut by a pixel nobody says that it is hidden. */
const SLACK = 2;

/** `rows` are the rows of the list: it is looked at again when they change, and when it is scrolled. */
export function useHiddenRows(list: RefObject<HTMLElement | null>, rows: readonly unknown[]): Hidden {
  const [hidden, setHidden] = useState<Hidden>({ above: false, below: false });
  useEffect(() => {
    const element = list.current;
    if (!element) return;
    const look = () => {
      const { scrollTop, scrollHeight, clientHeight } = element;
      const now = { above: scrollTop > SLACK, below: scrollTop + clientHeight < scrollHeight - SLACK };
      setHidden((before) => (before.above === now.above && before.below === now.below ? before : now));
    };
    look();
    element.addEventListener("scroll", look, { passive: true });
    return () => element.removeEventListener("scroll", look);
  }, [list, rows]);
  return hidden;
}
