// Since when the exercise is under way, over a reload of this tab: runs of before are none of its own.
import { computed, signal } from "@preact/signals";
import { recordsHere } from "../../state/runHistory";

const KEY = "dif-sr.exercise-began";

function recall(): number {
  try {
    return Number(sessionStorage.getItem(KEY) ?? 0);
  } catch {
    return 0;
  }
}

/** Epoch milliseconds. */
const since = signal(recall());

export const began = {
  /** Of one that a link leads into; after a reload it is under way already. */
  putOnce: (): void => {
    if (since.peek() === 0) began.put();
  },
  put: (): void => {
    since.value = Date.now();
    try {
      sessionStorage.setItem(KEY, String(since.peek()));
    } catch {
      // After a reload, runs of before count.
    }
  },
};

/** Runs that ended since then, on the data that is open. */
export const newRecords = computed(() => recordsHere.value.filter(({ ended }) => ended >= since.value));
