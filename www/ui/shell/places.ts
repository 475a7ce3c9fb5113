// How far the page was scrolled, by the entry of the browser's history. Kept apart from the entries themselves: one that has been left
// by Back cannot be written to any more.

const KEY = "dif-sr.places";
/** A tab that goes back and forth all day keeps no more. */
const MOST = 100;

export interface Places {
  readonly get: (entry: string) => number | undefined;
  readonly keep: (entry: string, scroll: number) => void;
  /** Keeps one more, and all of them for a reload of this tab. */
  readonly store: (entry: string, scroll: number) => void;
}

function read(): [string, number][] {
  try {
    const kept: unknown = JSON.parse(sessionStorage.getItem(KEY) ?? "[]");
    return Array.isArray(kept) ? kept.filter((one) => Array.isArray(one) && typeof one[1] === "number") : [];
  } catch {
    // Storage is forbidden, or holds something else: every panel begins at its top.
    return [];
  }
}

export function recallPlaces(): Places {
  const places = new Map(read());
  const keep = (entry: string, scroll: number) => {
    // The newest stands last.
    places.delete(entry);
    places.set(entry, Math.round(scroll));
  };
  return {
    get: (entry) => places.get(entry),
    keep,
    store: (entry, scroll) => {
      keep(entry, scroll);
      try {
        sessionStorage.setItem(KEY, JSON.stringify([...places].slice(-MOST)));
      } catch {
        // As above.
      }
    },
  };
}

/** A panel may still be on its way, and grow to the height it had. */
const PATIENCE_MS = 5000;
/** After the place is reached, what is drawn late above it may still push it away. */
const HOLD_MS = 400;
/** The visitor goes elsewhere: the place is theirs. */
const WISHES = ["wheel", "touchstart", "pointerdown", "keydown"];

let letGo = () => {};

/** Scrolls to a place as soon as the page is tall enough, and holds it until it has settled or the visitor moves. */
export function holdPlace(scroll: number): void {
  letGo();
  const wish = new AbortController();
  letGo = () => wish.abort();
  for (const name of WISHES) addEventListener(name, letGo, { signal: wish.signal, capture: true, passive: true });
  let end = performance.now() + PATIENCE_MS;
  let isReached = false;
  const frame = (now: number) => {
    if (wish.signal.aborted) return;
    if (now > end) {
      letGo();
      return;
    }
    if (Math.abs(scrollY - scroll) > 1) scrollTo(0, scroll);
    if (!isReached && Math.abs(scrollY - scroll) <= 1) {
      isReached = true;
      end = now + HOLD_MS;
    }
    requestAnimationFrame(frame);
  };
  requestAnimationFrame(frame);
}
