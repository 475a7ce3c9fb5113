// Parts of what is on screen that are on their way: their code, or their turn to be drawn.
import { signal } from "@preact/signals";
import { useLayoutEffect } from "preact/hooks";

export const awaited = signal(0);

/** Counts a part of the page for as long as it is awaited. */
export function useAwaited(isAwaited: boolean): void {
  useLayoutEffect(() => {
    if (!isAwaited) return;
    awaited.value += 1;
    return () => {
      awaited.value -= 1;
    };
  }, [isAwaited]);
}
