// What a link may ask for beside a state: two settings of the next run under short names, a run, and an exercise's choice. The last two are
// done once, and stand in no address.
import { integer } from "./codecs";
import type { Experiment } from "./experiment";
import { FIELD_NAMES, fieldOf } from "./fields";
import { type Link, readLink } from "./link";
import { MOST_EPOCHS } from "./wishField";

export interface Wishes extends Link {
  /** Train, with the settings on screen. */
  readonly runs: boolean;
  /** The choice in the exercise under way, from 1. */
  readonly answer: number | null;
}

const ANSWERS = "abc";
/** As a link writes it. */
export const answerLetter = (answer: number): string => ANSWERS.charAt(answer - 1);
const LAMBDA = /^\d{1,4}(?:\.\d{1,4})?$/;
const epochs = integer(1, MOST_EPOCHS);
const SETTINGS = [
  { key: "epochs", path: "training.epochs", isGood: (text: string) => epochs.read(text) !== null },
  { key: "lambda", path: "model.attributes.lambda", isGood: (text: string) => LAMBDA.test(text) },
] as const;

/** Reads a query string to the last word. What the short names change is changed in the settings as they are `now`. */
export function readWishes(query: string | URLSearchParams, now: Experiment): Wishes {
  const params = new URLSearchParams(query);
  const { system, changes: before } = now.form;
  const changes: Record<string, string | number | boolean> = { ...before };
  for (const { key, path, isGood } of SETTINGS) {
    const text = params.get(key);
    if (text === null || !isGood(text)) continue;
    changes[path] = Number(text);
    params.delete(key);
  }
  const answer = params.get("answer") ?? "";
  const isAnswer = answer.length === 1 && ANSWERS.includes(answer);
  if (isAnswer) params.delete("answer");
  const runs = params.get("run") === "1";
  if (runs) params.delete("run");
  const { patch, dropped } = readLink(params.toString());
  const isChanged = JSON.stringify(changes) !== JSON.stringify(before);
  const form = { form: { system, ...patch.form, changes: { ...changes, ...patch.form?.changes } } };
  return {
    patch: isChanged ? { ...patch, ...form } : patch,
    dropped,
    runs,
    answer: isAnswer ? ANSWERS.indexOf(answer) + 1 : null,
  };
}

/** In the panel that compares, these words mean what is compared. */
const COMPARED: Readonly<Record<string, string>> = { ab: "cmp", epochs: "cmp-epochs" };

export type Words = Readonly<Record<string, string>>;

export function wordsOfComparison(words: Words): Words {
  return Object.fromEntries(Object.entries(words).map(([key, text]) => [COMPARED[key] ?? key, text]));
}

/** A patch as a query string: of a choice that stands under several keys, those that are not named stay as they are `now`. */
export function patchQuery(words: Words, now: Experiment): URLSearchParams {
  const params = new URLSearchParams(words);
  for (const name of FIELD_NAMES) {
    const { keys, write } = fieldOf(name);
    if (keys.length === 1 || !keys.some((key) => params.has(key))) continue;
    for (const [key, text] of write(now[name])) if (!params.has(key)) params.set(key, decodeURIComponent(text));
  }
  return params;
}
