// A lecture of a lecturer's own: one of ours, with its steps in another order, hidden, retimed, said in other words, and steps of one's own
// between them. Every step and sub-step of the longest lecture is in it, seen or hidden, so that whatever a shorter one leaves out can be
// brought back.
import type { ClickWords, LectureClick, OwnWords, StepWords } from "../../../content/lecture/lecture";
import { LECTURES, ten } from "../../../content/lecture/ten";

export type BaseId = "ten" | "five" | "one";
export const BASES = ["ten", "five", "one"] as const satisfies readonly BaseId[];

export interface OwnClick {
  /** Tells it apart from the others of its step. */
  readonly key: string;
  /** Which sub-step of the script it is, from 0; null: one's own. */
  readonly of: number | null;
  readonly isHidden: boolean;
  readonly seconds: number;
  /** Asks for the guess that its original asks for. */
  readonly asks: boolean;
  /** What is on the wall, as in a link; of one's own alone. */
  readonly set: string;
  readonly words: OwnWords<ClickWords>;
}

export interface OwnStep {
  /** As in links: it stays what it is wherever the step goes. */
  readonly name: string;
  /** Which step of the script it is; null: one's own. */
  readonly of: string | null;
  readonly isHidden: boolean;
  readonly words: OwnWords<StepWords>;
  readonly clicks: readonly OwnClick[];
}

export interface OwnLecture {
  readonly id: string;
  readonly name: string;
  readonly base: BaseId;
  /** How long the lecturer may speak. */
  readonly minutes: number;
  readonly steps: readonly OwnStep[];
}

export const MOST_STEPS = 60;
export const MOST_CLICKS = 40;
export const MOST_SECONDS = 3600;
export const MOST_MINUTES = 600;
export const MOST_ASKED = 20;
export const MOST_SET = 4000;
/** Of a name, by which a lecture is chosen. */
export const MOST_NAME = 80;
/** Characters of each kind of words. */
export const MOST_TEXT = {
  ...{ title: 200, text: 400, does: 1000, say: 4000, otherwise: 4000 },
  ...{ name: 80, fails: 1000, question: 400, answer: 2000 },
} as const;
/** Planned for a sub-step of one's own, until it is said otherwise. */
export const FRESH_SECONDS = 20;

export const MINUTES: Readonly<Record<BaseId, number>> = { ten: 10, five: 5, one: 1 };

export const isBase = (id: unknown): id is BaseId => BASES.some((one) => one === id);

/** The sub-step of the script behind one of a lecture. */
export function original(of: string | null, at: number | null): { set: string; click: LectureClick } | null {
  const step = ten.steps.find(({ name }) => name === of);
  const click = at === null ? undefined : step?.clicks[at];
  return step && click ? { set: step.set, click } : null;
}

/** A step as the base has it: what the base leaves out is hidden. */
export function stepOf(base: BaseId, name: string): OwnStep | null {
  const step = ten.steps.find((one) => one.name === name);
  if (!step) return null;
  const kept = LECTURES.find(({ id }) => id === base)?.steps.find((one) => one.name === name)?.clicks;
  const clicks = step.clicks.map(({ seconds, guess }, of): OwnClick => {
    const there = kept?.find((click, place) => (click.words ?? place) === of);
    return {
      ...{ key: String(of), of, seconds, set: "", words: {} },
      // A step that is left out as a whole is whole when it comes back.
      isHidden: kept !== undefined && there === undefined,
      asks: there ? there.guess !== undefined : guess !== undefined,
    };
  });
  return { name, of: name, isHidden: kept === undefined, words: {}, clicks };
}

/** The steps that a base begins with. */
export function stepsOf(base: BaseId): readonly OwnStep[] {
  return ten.steps.flatMap(({ name }) => stepOf(base, name) ?? []);
}

export function beginning(id: string, name: string, base: BaseId): OwnLecture {
  return { id, name, base, minutes: MINUTES[base], steps: stepsOf(base) };
}

/** What is played of a step. */
export const played = (step: OwnStep): readonly OwnClick[] =>
  step.isHidden ? [] : step.clicks.filter(({ isHidden }) => !isHidden);

export const secondsIn = (clicks: readonly OwnClick[]): number => clicks.reduce((sum, { seconds }) => sum + seconds, 0);

export const secondsOfOwn = ({ steps }: OwnLecture): number => secondsIn(steps.flatMap(played));

/** A name of a lecture: letters and digits that a link holds and that cannot be taken for each other when they are read out. */
export function freshId(): string {
  const letters = "abcdefghjkmnpqrstuvwxyz";
  const signs = `${letters}23456789`;
  const [first = 0, ...rest] = crypto.getRandomValues(new Uint8Array(8));
  return [letters[first % letters.length], ...rest.map((byte) => signs[byte % signs.length])].join("");
}
