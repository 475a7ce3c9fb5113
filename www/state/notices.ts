// What the page has to say out of turn: above everything, moving nothing, until it is put away.
import { signal } from "@preact/signals";

/** Why a lecture is not given: not on this device, damaged on its way in a link, or everything in it hidden. */
export type NoLecture = "absent" | "damaged" | "empty";

export type Saying =
  /** Parts of the link that could not be used, "key=text" each. */
  | { readonly kind: "dropped"; readonly parts: readonly string[] }
  /** A link that names a lecture. */
  | { readonly kind: "no lecture"; readonly id: string; readonly why: NoLecture }
  /** Code that was fetched at a press and did not arrive. */
  | { readonly kind: "late" }
  /** The visitor's own data was open before the reload. */
  | { readonly kind: "own before"; readonly name: string }
  /** A newer build of the page is here. Where no other window is open it can be opened at a press. */
  | { readonly kind: "newer"; readonly isAlone: boolean }
  /** A fault of the page's own code; `text` is for whoever mends it. */
  | { readonly kind: "fault"; readonly text: string };

export const notices = signal<readonly Saying[]>([]);

const MOST = 3;

export function say(notice: Saying): void {
  const others = notices.peek().filter((one) => JSON.stringify(one) !== JSON.stringify(notice));
  notices.value = [...others, notice].slice(-MOST);
}

export function putAway(notice: Saying): void {
  notices.value = notices.peek().filter((one) => one !== notice);
}

/** What was pressed again is here now. */
export function sayArrived(): void {
  if (notices.peek().some(({ kind }) => kind === "late")) {
    notices.value = notices.peek().filter(({ kind }) => kind !== "late");
  }
}

/** A page around this one may send what it likes, for ever: the notice counts up to so many. */
const MOST_PARTS = 1000;

/** One notice names them all, also those that are found out later, when the data or the model is known. */
export function sayDropped(parts: readonly string[]): void {
  if (parts.length === 0) return;
  const before = notices.peek().find((one) => one.kind === "dropped");
  if (before) putAway(before);
  say({ kind: "dropped", parts: [...new Set([...(before?.parts ?? []), ...parts])].slice(-MOST_PARTS) });
}
