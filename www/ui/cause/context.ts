// What every part of the panel is about: one item of the list, and what the engine says of it.
import { computed, effect, signal } from "@preact/signals";
import type { Attribution, CatalogueItem } from "../../engine.ts";
import { answered, isSettled, pending, prediction, sourceScale } from "../../state/answers";
import { current, session, set } from "../../state/current";
import { catalogue, type LoadedModel, loaded } from "../../state/opened";
import type { Question } from "../../state/question";
import { itemName } from "../common/itemWords";
import { useAsking } from "../common/useAsking";

/** The item that is explained: the visitor's, or the first of the list. */
export const candidate = computed<number | null>(
  () => current.candidate.value ?? prediction.value?.top[0]?.item ?? null,
);

/** Before an edit is tried: the panel goes on explaining what the edit is about, whatever becomes the first of the list. */
export function keepCandidate(id: number): void {
  if (current.candidate.peek() === null) set({ candidate: id });
}

export const nameOf = (id: number) => itemName(catalogue.value, id);
export const itemOf = (id: number): CatalogueItem | undefined => catalogue.value?.items[id];

/** A slider that is being drawn moves the list at once; what takes ten times as long to ask waits until it rests. */
const REST_MS = 150;
const restedScale = signal<readonly number[]>([]);
let resting: ReturnType<typeof setTimeout> | undefined;
effect(() => {
  const now = sourceScale.value;
  clearTimeout(resting);
  resting = setTimeout(() => {
    restedScale.value = now;
  }, REST_MS);
});

/** What was asked; answers of another session, model or item are of no use. */
export interface Asked {
  readonly session: readonly number[];
  readonly model: LoadedModel;
  readonly candidate: number;
  /** Factors on the sources, as the engine takes them; the same list while they are the same. */
  readonly scale: readonly number[];
}

export interface Report extends Asked {
  readonly found: Attribution;
}

/** What is on screen now, as a question about it would say. */
export const asked = computed<Asked | null>(() => {
  const [items, model, id, scale] = [answered.value, loaded.value, candidate.value, restedScale.value];
  return model && id !== null && items.length > 0 ? { session: items, model, candidate: id, scale } : null;
});

export function isOf(one: Asked, other: Asked | null): boolean {
  const isSameQuestion = one.session === other?.session && one.candidate === other.candidate;
  return isSameQuestion && one.model === other.model && one.scale === other.scale;
}

/** The engine answers what is on screen and has time. */
export const isFree = () => isSettled.value && !pending.value;

export function useReport(): Question<Report | null> {
  return useAsking<Report | null>(
    () => {
      const now = asked.value;
      if (!now) return null;
      const request = { items: [...now.session], candidate: now.candidate, source_scale: [...now.scale] };
      return async (ask) => ({ ...now, found: await ask("attribution", request) });
    },
    { when: isFree },
  );
}

/** Clicks that the model has no room for come before the first of the report. */
export function offsetOf({ session: items, found }: Report): number {
  return items.length - found.items.length;
}

/** True while the session on screen is the one that was asked about: only then do slots say which steps to edit. */
export function isCurrent(report: Report): boolean {
  return report.session === session.value;
}
