import { useLayoutEffect, useRef, useState } from "preact/hooks";

/** Room at the end of a bar for the button that leads to what does not fit, in rem. */
const MORE_WIDTH = 6;

/**
 * How many items of a bar (its `li`s) stand in it whole; where that is not all of them, beside the button for the others. Measured when
 * the bar's width changes and when `content` does.
 */
export function useFitting<E extends HTMLElement>(content: readonly unknown[]) {
  const bar = useRef<E>(null);
  const [fitting, setFitting] = useState(Number.POSITIVE_INFINITY);
  useLayoutEffect(() => {
    const element = bar.current;
    if (!element) return;
    const watch = new ResizeObserver(() => setFitting(count(element)));
    watch.observe(element);
    setFitting(count(element));
    return () => watch.disconnect();
  }, content);
  return [bar, fitting] as const;
}

function count(bar: HTMLElement): number {
  const end = bar.getBoundingClientRect().right;
  const ends = [...bar.querySelectorAll("li")].map((item) => item.getBoundingClientRect().right);
  const before = (limit: number) => ends.filter((right) => right <= limit + 1).length;
  const rem = Number.parseFloat(getComputedStyle(document.documentElement).fontSize);
  return before(end) === ends.length ? ends.length : before(end - MORE_WIDTH * rem);
}
