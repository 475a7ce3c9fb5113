// What a lecture is: steps and sub-steps as data. Every sub-step says in the words of a link what stands on the wall, from the base state
// on and whole by itself, so that what is on screen is a function of (step, click) alone: after a reload, Back, or a link that was sent.

import type { LanguageCode } from "../language";

/** What the audience commits to before the truth is shown, in the next sub-step. */
export type Guess =
  /** Items of the catalogue by their ids. */
  | { readonly kind: "item"; readonly items: readonly number[] }
  /** One of the clicks, by its place. */
  | { readonly kind: "click" }
  /** A number for each source. */
  | { readonly kind: "parts"; readonly least: number; readonly most: number }
  /** A number on an axis; log: of ranks. */
  | {
      readonly kind: "number";
      readonly axis: "rank" | "percent" | "patterns" | "cosine";
      readonly least: number;
      readonly most: number;
      readonly start: number;
      readonly isLog?: boolean;
    }
  /** One of some sentences, by their number. */
  | { readonly kind: "bet"; readonly of: number };

/** What is said in a sub-step: on the wall a title and a sentence, the rest in the notes. */
export interface ClickWords {
  readonly title: string;
  readonly text: string;
  readonly does: string;
  readonly say: string;
  /** In place of what is said, where the runs cannot be told apart. */
  readonly otherwise?: string;
}

export interface Asked {
  readonly question: string;
  readonly answer: string;
}

export interface StepWords {
  readonly name: string;
  readonly asked: readonly Asked[];
  readonly fails: string;
}

/** Words of a lecturer's own, by language. What is missing is said as the script has it. */
export type OwnWords<Words> = Readonly<Partial<Record<LanguageCode, Partial<Words>>>>;

export interface LectureClick {
  /** Planned, for speaking and waiting. */
  readonly seconds: number;
  /** What differs from the step, as in a link. */
  readonly set?: string;
  /** Figures and parts of the panel that are on the wall; none named: the whole panel. */
  readonly shows?: readonly string[];
  /** Parts that wait for the guess. */
  readonly covers?: readonly string[];
  readonly guess?: Guess;
  /** Which words of the script; its place in the step unless a shorter lecture leaves some out. Null: the script has none. */
  readonly words?: number | null;
  readonly own?: OwnWords<ClickWords>;
  /** Starts the runs of the comparison. */
  readonly trains?: boolean;
}

export interface LectureStep {
  readonly name: string;
  /** What differs from the base, as in a link. */
  readonly set: string;
  readonly clicks: readonly LectureClick[];
  /** The step of the script that it is, where its name is another one; null: none. */
  readonly script?: string | null;
  readonly own?: OwnWords<StepWords>;
}

export interface Lecture {
  readonly id: string;
  readonly base: string;
  readonly steps: readonly LectureStep[];
  /** What its lecturer calls it; ours are named by the dictionary. */
  readonly name?: string;
  /** What follows a link to it: the whole lecture, where it came in a link. */
  readonly tail?: string;
}

/** A sub-step of a lecture. */
export interface Place {
  /** Name of the step. */
  readonly step: string;
  /** From 0. */
  readonly click: number;
}

/** All sub-steps in their order. */
export function placesOf({ steps }: Lecture): readonly Place[] {
  return steps.flatMap(({ name, clicks }) => clicks.map((_, click) => ({ step: name, click })));
}

/** The place that is meant: an unknown step is the first one, a click too far the last of its step. */
export function clamped(lecture: Lecture, step: string | null, click: number): Place {
  const found = lecture.steps.find(({ name }) => name === step) ?? lecture.steps[0];
  if (!found) throw new Error("a lecture has a step");
  return { step: found.name, click: Math.min(Math.max(click, 0), found.clicks.length - 1) };
}

export function clickAt({ steps }: Lecture, { step, click }: Place): { step: LectureStep; click: LectureClick } {
  const found = steps.find(({ name }) => name === step);
  const one = found?.clicks[click];
  if (!found || !one) throw new Error(`no place ${step}.${click}`);
  return { step: found, click: one };
}

/** The step of the script that a step is; null: the lecturer's own. */
export const scriptOf = ({ name, script }: LectureStep): string | null => (script === undefined ? name : script);

/** Query strings in one. Later keys outrank earlier ones. */
export function merged(...queries: readonly string[]): string {
  const whole = new Map(queries.flatMap((query) => [...new URLSearchParams(query)]));
  return [...whole].map(([key, value]) => `${key}=${value}`).join("&");
}

/** What differs from the defaults at a place, as a query string. */
export function queryAt(lecture: Lecture, place: Place): string {
  const { step, click } = clickAt(lecture, place);
  return merged(lecture.base, step.set, click.set ?? "");
}

/** Planned seconds until a place begins, and until it ends. */
export function planned(lecture: Lecture, place: Place): { from: number; to: number } {
  let from = 0;
  for (const step of lecture.steps) {
    for (const [click, { seconds }] of step.clicks.entries()) {
      if (step.name === place.step && click === place.click) return { from, to: from + seconds };
      from += seconds;
    }
  }
  return { from, to: from };
}

export function secondsOf({ steps }: Lecture): number {
  return steps.flatMap(({ clicks }) => clicks).reduce((sum, { seconds }) => sum + seconds, 0);
}

/** A shorter lecture of some sub-steps of another, "step:click" each. Guesses that are not named are left out with their covers. */
export function cut(id: string, of: Lecture, places: readonly string[], guesses: readonly string[] = []): Lecture {
  const steps: { name: string; set: string; clicks: LectureClick[] }[] = [];
  for (const place of places) {
    const [name = "", number = ""] = place.split(":");
    const at = { step: name, click: Number(number) };
    const { step, click } = clickAt(of, at);
    const { guess, covers, ...rest } = click;
    const kept = guesses.includes(place) ? { ...(guess && { guess }), ...(covers && { covers }) } : {};
    const mine: LectureClick = { ...rest, ...kept, words: click.words ?? at.click };
    const last = steps.at(-1);
    if (last?.name === name) last.clicks.push(mine);
    else steps.push({ name, set: step.set, clicks: [mine] });
  }
  return { id, base: of.base, steps };
}
