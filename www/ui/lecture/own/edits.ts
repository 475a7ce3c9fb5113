// Every way in which a lecture of one's own can be changed, as pure functions: what does not apply changes nothing.

import type { LanguageCode } from "../../../content/language";
import type { Asked, ClickWords, OwnWords } from "../../../content/lecture/lecture";
import {
  MOST_CLICKS,
  MOST_SECONDS,
  MOST_STEPS,
  type OwnClick,
  type OwnLecture,
  type OwnStep,
  played,
  secondsIn,
} from "./model";

export function changeStep(lecture: OwnLecture, name: string, change: (step: OwnStep) => OwnStep): OwnLecture {
  return { ...lecture, steps: lecture.steps.map((step) => (step.name === name ? change(step) : step)) };
}

export function changeClick(
  lecture: OwnLecture,
  name: string,
  key: string,
  change: (click: OwnClick) => OwnClick,
): OwnLecture {
  return changeStep(lecture, name, (step) => ({
    ...step,
    clicks: step.clicks.map((click) => (click.key === key ? change(click) : click)),
  }));
}

/** One of a list at another place; places beyond the ends are the ends. */
export function moved<One>(list: readonly One[], from: number, to: number): readonly One[] {
  const one = list[from];
  const place = Math.min(Math.max(to, 0), list.length - 1);
  if (one === undefined || place === from) return list;
  const rest = list.filter((_, at) => at !== from);
  return [...rest.slice(0, place), one, ...rest.slice(place)];
}

export function moveStep(lecture: OwnLecture, from: number, to: number): OwnLecture {
  return { ...lecture, steps: moved(lecture.steps, from, to) };
}

export function moveClick(lecture: OwnLecture, name: string, from: number, to: number): OwnLecture {
  return changeStep(lecture, name, (step) => ({ ...step, clicks: moved(step.clicks, from, to) }));
}

const asSeconds = (seconds: number) => Math.min(Math.max(Math.round(seconds), 1), MOST_SECONDS);

/** A step gets so many seconds: its sub-steps share them as they did before, and none is left without. */
export function retimeStep(lecture: OwnLecture, name: string, seconds: number): OwnLecture {
  return changeStep(lecture, name, (step) => {
    const clicks = step.clicks.filter(({ isHidden }) => !isHidden);
    const whole = secondsIn(clicks);
    const wanted = Math.max(Math.round(seconds), clicks.length);
    let [passed, given] = [0, 0];
    // Each ends where its share of the whole ends, so that rounding adds up.
    const share = (click: OwnClick, left: number): OwnClick => {
      passed += click.seconds;
      const end = Math.min(Math.round((passed / whole) * wanted), wanted - left);
      const mine = asSeconds(end - given);
      given += mine;
      return { ...click, seconds: mine };
    };
    let left = clicks.length;
    const retimed = step.clicks.map((click) => {
      if (click.isHidden) return click;
      left -= 1;
      return share(click, left);
    });
    return { ...step, clicks: retimed };
  });
}

export function retimeClick(lecture: OwnLecture, name: string, key: string, seconds: number): OwnLecture {
  return changeClick(lecture, name, key, (click) => ({ ...click, seconds: asSeconds(seconds) }));
}

/** One word of a language; undefined: as the original has it. */
function reworded<Words, Key extends keyof Words>(
  words: OwnWords<Words>,
  language: LanguageCode,
  key: Key,
  value: Words[Key] | undefined,
): OwnWords<Words> {
  const { [key]: _, ...others } = { ...words[language] } as Partial<Words>;
  const now = value === undefined ? others : { ...others, [key]: value };
  const { [language]: __, ...rest } = words;
  return (Object.keys(now).length === 0 ? rest : { ...rest, [language]: now }) as OwnWords<Words>;
}

export function rewordClick(
  lecture: OwnLecture,
  [name, key]: readonly [string, string],
  language: LanguageCode,
  word: keyof ClickWords,
  text: string | undefined,
): OwnLecture {
  return changeClick(lecture, name, key, (click) => ({ ...click, words: reworded(click.words, language, word, text) }));
}

export function rewordStep(
  lecture: OwnLecture,
  name: string,
  language: LanguageCode,
  word: "name" | "fails",
  text: string | undefined,
): OwnLecture {
  return changeStep(lecture, name, (step) => ({ ...step, words: reworded(step.words, language, word, text) }));
}

export function reaskStep(
  lecture: OwnLecture,
  name: string,
  language: LanguageCode,
  asked: readonly Asked[] | undefined,
): OwnLecture {
  return changeStep(lecture, name, (step) => ({ ...step, words: reworded(step.words, language, "asked", asked) }));
}

/** Room for a number behind it, in what a link takes as a name. */
const MOST_BARE = 36;

/** A name that is free: "rank", else "rank-2", "rank-3" and so on. */
export function freeName(taken: readonly string[], wanted: string): string {
  if (!taken.includes(wanted)) return wanted;
  const bare = wanted.replace(/-\d+$/, "").slice(0, MOST_BARE);
  for (let number = 2; ; number++) {
    const name = `${bare}-${number}`;
    if (!taken.includes(name)) return name;
  }
}

const MOST_SLUG = 30;

/** What a title is called in links; Korean titles are called "own". */
export function slug(title: string, fallback = "own"): string {
  const plain = title
    .normalize("NFKD")
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/^[^a-z]+/, "")
    .slice(0, MOST_SLUG)
    .replace(/-+$/, "");
  return plain || fallback;
}

const namesOf = ({ steps }: OwnLecture): readonly string[] => steps.map(({ name }) => name);
const keysOf = ({ clicks }: OwnStep): readonly string[] => clicks.map(({ key }) => key);

function inserted<One>(list: readonly One[], after: number, one: One): readonly One[] {
  return [...list.slice(0, after + 1), one, ...list.slice(after + 1)];
}

/** A step of one's own, after the step of that name or at the end. */
export function addStep(lecture: OwnLecture, after: string | null, wanted: string, click: OwnClick): OwnLecture {
  const { steps } = lecture;
  if (steps.length >= MOST_STEPS) return lecture;
  const name = freeName(namesOf(lecture), wanted);
  const found = steps.findIndex((step) => step.name === after);
  const step: OwnStep = { name, of: null, isHidden: false, words: {}, clicks: [click] };
  return { ...lecture, steps: inserted(steps, found < 0 ? steps.length - 1 : found, step) };
}

/** A sub-step of one's own at the end of a step. */
export function addClick(lecture: OwnLecture, name: string, click: OwnClick): OwnLecture {
  return changeStep(lecture, name, (step) => {
    if (step.clicks.length >= MOST_CLICKS) return step;
    return { ...step, clicks: [...step.clicks, { ...click, key: freeName(keysOf(step), click.key) }] };
  });
}

export function copyStep(lecture: OwnLecture, name: string): OwnLecture {
  const at = lecture.steps.findIndex((step) => step.name === name);
  const step = lecture.steps[at];
  if (!step || lecture.steps.length >= MOST_STEPS) return lecture;
  const copy = { ...step, name: freeName(namesOf(lecture), name) };
  return { ...lecture, steps: inserted(lecture.steps, at, copy) };
}

export function copyClick(lecture: OwnLecture, name: string, key: string): OwnLecture {
  return changeStep(lecture, name, (step) => {
    const at = step.clicks.findIndex((click) => click.key === key);
    const click = step.clicks[at];
    if (!click || step.clicks.length >= MOST_CLICKS) return step;
    return { ...step, clicks: inserted(step.clicks, at, { ...click, key: freeName(keysOf(step), key) }) };
  });
}

/** True of what the base brought: it can be hidden, and is there to be brought back. */
export const isOfBase = (step: OwnStep): boolean => step.name === step.of;
export const isOfScript = (click: OwnClick): boolean => click.key === String(click.of);

export function removeStep(lecture: OwnLecture, name: string): OwnLecture {
  return { ...lecture, steps: lecture.steps.filter((step) => step.name !== name || isOfBase(step)) };
}

/** The last one takes a step of one's own with it. */
export function removeClick(lecture: OwnLecture, name: string, key: string): OwnLecture {
  const without = changeStep(lecture, name, (step) => ({
    ...step,
    clicks: step.clicks.filter((click) => click.key !== key || (isOfScript(click) && step.of !== null)),
  }));
  return { ...without, steps: without.steps.filter(({ clicks }) => clicks.length > 0) };
}

/** Seconds that are planned for a step, were it not hidden. */
export const secondsOfStep = (step: OwnStep): number => secondsIn(played({ ...step, isHidden: false }));
