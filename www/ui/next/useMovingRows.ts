import type { RefObject } from "preact";
import { useLayoutEffect, useRef } from "preact/hooks";

/** As `--calm` in the tokens. Reading it there would make the browser lay the page out in the middle of an update. */
const CALM_MS = 220;

function wantsMotion(): boolean {
  return !matchMedia("(prefers-reduced-motion: reduce)").matches;
}

/** Lists that follow each other faster are not glided between: a list that is always on its way cannot be read. */
const QUIET_MS = 1500;

/** Says of each list, at this time, whether its rows may glide. The first after a while may. */
export function glides(): (now: number) => boolean {
  let last = Number.NEGATIVE_INFINITY;
  return (now) => {
    const since = now - last;
    last = now;
    return since >= QUIET_MS;
  };
}

/**
 * Rows that kept their item but changed their place glide there; new ones just stand. All rows are equally high, so a
 * place is a whole number of rows and nothing has to be measured. `items` are the items in the order of the rows.
 */
export function useMovingRows(list: RefObject<HTMLElement | null>, items: readonly number[]): void {
  const places = useRef<ReadonlyMap<number, number>>(new Map());
  const mayGlide = useRef(glides());
  useLayoutEffect(() => {
    const before = places.current;
    places.current = new Map(items.map((item, place) => [item, place]));
    if (!mayGlide.current(performance.now()) || !wantsMotion()) return;
    items.forEach((item, place) => {
      const from = before.get(item);
      if (from === undefined || from === place) return;
      list.current?.children[place]?.animate([{ translate: `0 ${(from - place) * 100}%` }, { translate: "0 0" }], {
        duration: CALM_MS,
        easing: "cubic-bezier(0.2, 0, 0, 1)",
      });
    });
  }, [list, items]);
}
