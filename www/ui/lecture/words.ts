// The words of a lecture in the language on screen, with their numbers.
import { t } from "../../content";
import { language } from "../../content/language";
import {
  type ClickWords,
  clickAt,
  type Lecture,
  type LectureStep,
  type Place,
  type StepWords,
} from "../../content/lecture/lecture";
import { isNumberName } from "../../content/lecture/numberNames";
import { clickWords, stepWords } from "../../content/lecture/words";
import { filled } from "../common/fill";
import type { Values } from "../common/values";

/** A step that nobody has named is called as in links. */
export function wordsOf(step: LectureStep): StepWords {
  const words = stepWords(step, t().script, language.value);
  return { ...words, name: words.name || step.name };
}

export function wordsAt(lecture: Lecture, place: Place): ClickWords {
  const { step, click } = clickAt(lecture, place);
  return clickWords(step, click, t().script, language.value);
}

/** What lectures are called. */
export const lectureName = ({ id, name }: Lecture): string => name ?? t().lecture.lectures[id]?.name ?? id;

/** With its numbers; what is no number of a lecture stands as it was written. */
export const spoken = (sentence: string, values: Values): string => filled(sentence, values, isNumberName);
