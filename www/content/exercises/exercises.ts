// The exercises as data: where each begins, in the words of a link, and an answer that plays, patch by patch. What solves it is worked out
// from the engine's own numbers (ui/exercises); its words are in content/*/exercises.ts.
import { NINTH, VISITOR } from "../lecture/visitor";

export type Level = "look" | "change" | "argue";

export interface Exercise {
  readonly name: string;
  readonly level: Level;
  /** The state that it begins with, from the defaults on. */
  readonly start: string;
  /** What differs from the state before, one after the other; `answer=b`: the second of its choices, `run=1`: trains. */
  readonly answer: readonly string[];
  /** Which of its choices is right, from 1. */
  readonly right?: number;
  /** Own words are asked for, and ours shown once they are locked. */
  readonly asksWords?: boolean;
}

/** The clicks of the lecture's visitor, and an example of the first shop. */
const CLICKS = VISITOR.join(".");
const CAMERA = "2.14.50.54.17.62.71";

export const EXERCISES = [
  {
    name: "brand-largest",
    level: "look",
    start: "panel=why&s=209.234.182&layer=1&head=mean",
    answer: ["s=209.234.182.45"],
  },
  { name: "one-click", level: "look", start: `panel=why&s=${CLICKS}`, answer: ["s=39.234.41.162.238.223.93"] },
  { name: "source-gains", level: "look", start: `panel=why&s=${CAMERA}`, answer: ["off=P"] },
  {
    name: "one-item",
    level: "look",
    start: `panel=why&s=${CLICKS}`,
    answer: ["s=93", "off=I", "off=P", "off=C", "off=B", "off=R", "answer=b"],
    right: 2,
  },
  { name: "swap-order", level: "change", start: `panel=why&s=${CLICKS}`, answer: ["s=39.234.41.162.238.223.219.93"] },
  {
    name: "position-only",
    level: "change",
    start: "panel=why&s=171.196.175.199.178.202&layer=1&head=1",
    answer: [`s=${CAMERA}`, "layer=2", "head=1"],
  },
  {
    name: "equal-rank",
    level: "change",
    start: "panel=rank&weights=random&n=24&dh=4&da=2",
    answer: ["n=8", "dh=8"],
  },
  {
    name: "few-values",
    level: "change",
    start: `panel=rank&weights=random&from=own&dh=4&da=2&s=${CLICKS}`,
    answer: ["s=93.219.93.219.93.219.93.219.93.219.93.219.93.219"],
  },
  {
    name: "cosine-one",
    level: "change",
    start: `panel=gradients&s=${CLICKS}.${NINTH}`,
    answer: ["m=sasrecf-add", "m=sasrecf", "answer=a"],
    right: 1,
  },
  {
    name: "beat-markov",
    level: "change",
    start: "panel=train&set=training.epochs:3",
    answer: ["set=training.epochs:20", "run=1"],
  },
  {
    name: "silent-brand",
    level: "argue",
    start: `panel=why&s=${CLICKS}&layer=1&head=mean`,
    answer: ["s=50.55.61.66.71"],
    asksWords: true,
  },
  {
    name: "disagree",
    level: "argue",
    start: `panel=why&s=${CLICKS}&layer=1&head=mean`,
    answer: ["s=240.219.230.223.234.227"],
    asksWords: true,
  },
  {
    name: "useless",
    level: "argue",
    start: "panel=compare&data=side_information_useless&cmp=dif_sr.sasrecf",
    answer: ["cmp=dif_sr.sasrec&cmp-epochs=20", "run=1"],
    asksWords: true,
  },
  {
    name: "lambda-hurts",
    level: "argue",
    start: "panel=train",
    answer: ["set=training.epochs:20", "run=1", "set=model.attributes.lambda:20", "run=1"],
    asksWords: true,
  },
] as const satisfies readonly Exercise[];

export type ExerciseName = (typeof EXERCISES)[number]["name"];
export const LEVELS: readonly Level[] = ["look", "change", "argue"];

export const exerciseOf = (name: string | null): Exercise | null => EXERCISES.find((one) => one.name === name) ?? null;
