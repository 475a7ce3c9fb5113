import type { RefObject } from "preact";
import { useLayoutEffect, useRef } from "preact/hooks";

/** Milliseconds of a token such as `--calm`; 0 where the visitor asks for less motion. */
function duration(token: string): number {
  return Number.parseFloat(getComputedStyle(document.documentElement).getPropertyValue(token)) || 0;
}

/** Rows that kept their `data-item` but changed their place glide there; new ones just stand. */
export function useMovingRows(list: RefObject<HTMLElement | null>): void {
  const tops = useRef(new Map<string, number>());
  useLayoutEffect(() => {
    const ms = duration("--calm");
    const now = new Map<string, number>();
    for (const row of list.current?.querySelectorAll<HTMLElement>("[data-item]") ?? []) {
      const item = row.dataset.item ?? "";
      now.set(item, row.offsetTop);
      const before = tops.current.get(item);
      if (ms > 0 && before !== undefined && before !== row.offsetTop) {
        row.animate([{ translate: `0 ${before - row.offsetTop}px` }, { translate: "0 0" }], {
          duration: ms,
          easing: "cubic-bezier(0.2, 0, 0, 1)",
        });
      }
    }
    tops.current = now;
  });
}
