// Whether a panel is on the page. A count, not a flag: when the layout changes, the panel's new place may be there before its old one has
// gone, and "gone" must not undo "shown".
import { computed, type ReadonlySignal, signal } from "@preact/signals";

export interface Shown {
  /** One of its places is on the page; questions wait until it is. */
  readonly isShown: ReadonlySignal<boolean>;
  /** Says that a place is there. Returns what says that it has gone. */
  readonly show: () => () => void;
}

export function shownPlaces(): Shown {
  const places = signal(0);
  return {
    isShown: computed(() => places.value > 0),
    show: () => {
      places.value += 1;
      return () => {
        places.value -= 1;
      };
    },
  };
}
