// Which explanation is open: one on the whole page at a time. The words of terms and the drawing are fetched when the first one is asked
// for.
import { signal } from "@preact/signals";
import type { TermId, TermWords } from "../../content/terms";
import { say, sayArrived } from "../../state/notices";
import { whenNeeded } from "./lazy";

export const TIP_ID = "term-tip";
export const termTip = whenNeeded(async () => (await import("./TermTip")).TermTip, ["glossary"]);

/** A pointer that only crosses a term opens nothing. */
const HOVER_MS = 300;
/** Time to get from the term to its explanation. */
const LEAVE_MS = 160;

/** Words that only one place has, with the key by which files and the command line know the thing. */
export interface OwnWords extends TermWords {
  readonly key?: string;
  /** To where it can be seen. */
  readonly way?: { readonly label: string; readonly href: string; readonly go: () => void };
}

/** A term of the glossary, or words of its own. */
export type Explained = TermId | OwnWords;

export interface OpenTerm {
  readonly what: Explained;
  /** What the explanation stands beside. */
  readonly anchor: HTMLElement;
}

export const openTerm = signal<OpenTerm | null>(null);
/** The element that somebody wants explained, while its words are on their way. */
let wanted: HTMLElement | null = null;
let timer: ReturnType<typeof setTimeout> | undefined;

export async function openNow(what: Explained, anchor: HTMLElement): Promise<void> {
  clearTimeout(timer);
  wanted = anchor;
  try {
    await termTip.fetch();
    sayArrived();
  } catch {
    if (wanted === anchor) say({ kind: "late" });
    return;
  }
  if (wanted === anchor) openTerm.value = { what, anchor };
}

export function openSoon(what: Explained, anchor: HTMLElement): void {
  clearTimeout(timer);
  timer = setTimeout(() => void openNow(what, anchor), HOVER_MS);
}

export function closeNow(): void {
  clearTimeout(timer);
  wanted = null;
  openTerm.value = null;
}

export function closeSoon(): void {
  clearTimeout(timer);
  timer = setTimeout(closeNow, LEAVE_MS);
}

/** The pointer has reached the explanation itself. */
export function keepOpen(): void {
  clearTimeout(timer);
}
