// Since when the exercise is under way, over a reload of this tab: runs of before are none of its own.
import { computed, signal } from "@preact/signals";
import { recordsHere } from "../../state/runHistory";

const KEY = "dif-sr.exercise-began";

interface Begun {
  readonly name: string;
  /** Epoch milliseconds. */
  readonly at: number;
}

function recall(): Begun | null {
  try {
    const { name, at }: Record<string, unknown> = { ...JSON.parse(sessionStorage.getItem(KEY) ?? "null") };
    return typeof name === "string" && typeof at === "number" ? { name, at } : null;
  } catch {
    return null;
  }
}

const begun = signal(recall());

function put(value: Begun | null): void {
  begun.value = value;
  try {
    if (value) sessionStorage.setItem(KEY, JSON.stringify(value));
    else sessionStorage.removeItem(KEY);
  } catch {
    // It begins anew with a reload.
  }
}

export const began = {
  now: (name: string): void => put({ name, at: Date.now() }),
  /** Of one that a link leads into: after a reload it is under way already. */
  atLink: (name: string): void => {
    if (begun.peek()?.name !== name) began.now(name);
  },
  over: (): void => put(null),
};

/** Runs that ended since then, on the data that is open. */
export const newRecords = computed(() => recordsHere.value.filter(({ ended }) => ended >= (begun.value?.at ?? 0)));
