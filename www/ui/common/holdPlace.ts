// Going to a place on the page that may not be there yet, and staying there while what is above it is drawn.

/** A panel may still be on its way, and grow to the height it had. */
const PATIENCE_MS = 5000;
/** After the place is reached, what is drawn late above it may still push it away. */
const HOLD_MS = 400;
/** The visitor goes elsewhere: the place is theirs. */
const WISHES = ["wheel", "touchstart", "pointerdown", "keydown"];

let letGo = () => {};

/**
 * Scrolls to a place as soon as the page is tall enough, and holds it until it has settled or the visitor moves. `place` says how far down
 * it is now: what is drawn above it may push it. `onReach` is called once, when one is there. Returns what tells that the visitor moved.
 */
export function holdPlace(place: () => number, onReach?: () => void): AbortSignal {
  letGo();
  const wish = new AbortController();
  letGo = () => wish.abort();
  for (const name of WISHES) addEventListener(name, letGo, { signal: wish.signal, capture: true, passive: true });
  let end = performance.now() + PATIENCE_MS;
  let isReached = false;
  const frame = (now: number) => {
    if (wish.signal.aborted || now > end) return;
    const scroll = place();
    if (Math.abs(scrollY - scroll) > 1) scrollTo(0, scroll);
    if (!isReached && Math.abs(scrollY - scroll) <= 1) {
      isReached = true;
      end = now + HOLD_MS;
      onReach?.();
    }
    requestAnimationFrame(frame);
  };
  requestAnimationFrame(frame);
  return wish.signal;
}
