import { useLayoutEffect, useRef } from "preact/hooks";

/**
 * Keeps the focus in a row of buttons where the one that was pressed gives way to others: without it the keyboard would start again at
 * the top of the page. For the component that swaps the buttons.
 */
export function useKeptFocus<E extends HTMLElement>(): { current: E | null } {
  const row = useRef<E>(null);
  // Asked while the old buttons still stand.
  const had = row.current?.contains(document.activeElement) ?? false;
  useLayoutEffect(() => {
    const element = row.current;
    if (!had || !element || element.contains(document.activeElement)) return;
    element.querySelector<HTMLElement>("button:enabled")?.focus({ preventScroll: true });
  });
  return row;
}
