// Every swap of one click for one other item, asked slot by slot so that a click of the visitor's waits for one slot at most. The search
// ends with what it was about: another session, model or item is another search. What was found stays while the panel is left.
import { signal } from "@preact/signals";
import type { Edits } from "../../engine.ts";
import type { Ask, Question } from "../../state/question";
import { useAsking } from "../common/useAsking";
import { type Asked, asked, isFree, isOf, type Report } from "./context";

interface Search extends Asked {
  /** The clicks that fit, whose places are tried. */
  readonly items: readonly number[];
}

export interface Tried {
  readonly of: Search;
  /** Slot by slot, as far as the search has come. */
  readonly edits: readonly Edits[];
  readonly ms: number;
  readonly phase: "running" | "stopped" | "done";
}

const wanted = signal<Search | null>(null);
const tried = signal<Tried | null>(null);

/** What is known of the report's swaps; null where nobody asked. */
export function triedOf(report: Report): Tried | null {
  const now = tried.value;
  return now && isOf(now.of, report) ? now : null;
}

export function search({ session, model, candidate, scale, found }: Report): void {
  wanted.value = { session, model, candidate, scale, items: found.items };
}

/** What was found so far stays. */
export function stop(): void {
  const now = tried.peek();
  wanted.value = null;
  if (now?.phase === "running") tried.value = { ...now, phase: "stopped" };
}

/** Items that are tried at once: a large catalogue does not hold up a click. */
const STRETCH = 512;

/** Every swap of the click in one slot. */
async function swapsOf(ask: Ask, { items, candidate, scale }: Search, slot: number): Promise<Edits> {
  const request = { items: [...items], candidate, source_scale: [...scale], edit: "replace" as const, slot };
  const [rank, rank_new]: [number[], number[]] = [[], []];
  for (let from = 0; ; from += STRETCH) {
    const part = await ask("edits", { ...request, from, count: STRETCH });
    rank.push(...part.rank);
    rank_new.push(...part.rank_new);
    if (part.rank.length < STRETCH) return { ...part, rank, rank_new };
  }
}

/** What is known of a search's own swaps: those of the same question, whoever asked it. */
function knownOf(of: Search): Tried | null {
  const now = tried.peek();
  return now && isOf(now.of, of) ? now : null;
}

/** What is missing of the search that is wanted: it goes on where it was left, and one that is done asks nothing more. */
export function missing(): ((ask: Ask) => Promise<true>) | null {
  const [of, now] = [wanted.value, asked.value];
  if (!of || !isOf(of, now) || knownOf(of)?.phase === "done") return null;
  return async (ask) => {
    const known = knownOf(of);
    let edits = known?.edits ?? [];
    const began = performance.now() - (known?.ms ?? 0);
    const tell = (phase: Tried["phase"]) => {
      tried.value = { of, edits, ms: performance.now() - began, phase };
    };
    tell("running");
    for (const slot of [...of.items.keys()].slice(edits.length)) {
      edits = [...edits, await swapsOf(ask, of, slot)];
      tell("running");
    }
    tell("done");
    return true;
  };
}

/** Runs while its component is on the page; the answer is in `triedOf`. */
export function useSwapSearch(): Question<true> {
  return useAsking<true>(missing, { when: isFree });
}
