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
