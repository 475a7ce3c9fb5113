// What the audience has committed to, by the step that asked. Next commits it where it stands; what nobody touched is no guess.
import { computed, signal } from "@preact/signals";
import { type Guess, scriptOf } from "../../content/lecture/lecture";
import { NINTH } from "../../content/lecture/visitor";
import type { Values } from "../common/values";
import { lecture, place } from "./stage";
import { ahead } from "./trained";
import { values } from "./values";

/** An item, a click, a bet or a number; a list: one number a source. */
export type Answer = number | readonly number[];

const given = signal<ReadonlyMap<string, Answer>>(new Map());

/** The guess that is on the wall: asked for, or beside the truth in the sub-step after it. */
export interface Asked {
  readonly step: string;
  /** The step of the script that knows the truth. */
  readonly of: string | null;
  readonly guess: Guess;
  readonly isShown: boolean;
}

export const asked = computed<Asked | null>(() => {
  const [now, at] = [lecture.value, place.value];
  const step = now?.steps.find(({ name }) => name === at?.step);
  if (!step || !at) return null;
  const { clicks } = step;
  const found = { step: at.step, of: scriptOf(step) };
  const [own, before] = [clicks[at.click]?.guess, clicks[at.click - 1]?.guess];
  if (own) return { ...found, guess: own, isShown: false };
  return before ? { ...found, guess: before, isShown: true } : null;
});

export const answerTo = (step: string): Answer | null => given.value.get(step) ?? null;

export function answer(step: string, value: Answer): void {
  given.value = new Map(given.peek()).set(step, value);
}

/** A lecture that begins again asks again. */
export function forgetGuesses(): void {
  given.value = new Map();
}

const PARTS = ["part_item", "part_pos", "part_cat", "part_brand", "part_price"];

function numberOf(all: Values, name: string): number | null {
  const value = all[name]?.value;
  return typeof value === "number" && Number.isFinite(value) ? value : null;
}

/** The truth of a question, by its step of the script; null while it is awaited. */
export function truthOf(step: string | null): Answer | null {
  const all = values.value;
  switch (step) {
    case "side":
      return NINTH;
    case "onemap":
      return numberOf(all, "click_most");
    case "fivemaps": {
      const parts = PARTS.map((name) => numberOf(all, name));
      return parts.every((part) => part !== null) ? parts : null;
    }
    case "whatif":
      return numberOf(all, "rank_nobrand");
    case "truth": {
      const value = numberOf(all, "p_onebrand_off");
      return value === null ? null : value * 100;
    }
    case "rank":
      return numberOf(all, "rank_d");
    case "gradients":
      return numberOf(all, "cos_add");
    case "train": {
      const leader = ahead.value;
      return leader === undefined ? null : leader === "decoupled" ? 0 : leader === "early" ? 1 : 2;
    }
    default:
      return null;
  }
}
