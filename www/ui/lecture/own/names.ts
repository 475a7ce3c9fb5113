// What steps and sub-steps are called in the editor: as they will be on the wall, in the language that is being written.
import { t } from "../../../content";
import type { LanguageCode } from "../../../content/language";
import type { ClickWords } from "../../../content/lecture/lecture";
import { clickWords, type Script, stepWords } from "../../../content/lecture/words";
import { spoken } from "../words";
import type { OwnClick, OwnLecture, OwnStep } from "./model";
import { stepOnWall } from "./resolve";
import { scriptStep } from "./scripts";

function scriptFor({ of }: OwnStep, language: LanguageCode): Script {
  const found = scriptStep(of, language);
  return of !== null && found ? { [of]: found } : {};
}

export function stepName(step: OwnStep, language: LanguageCode): string {
  return stepWords(stepOnWall(step, step.clicks), scriptFor(step, language), language).name || step.name;
}

/** Its title, or which of them it is where it has none. */
export function clickTitle(step: OwnStep, click: OwnClick, language: LanguageCode): string {
  const wall = stepOnWall(step, [click]);
  const [one] = wall.clicks;
  const title = one ? clickWords(wall, one, scriptFor(step, language), language).title : "";
  return spoken(title, {}) || t().lecture.notes.place(step.clicks.indexOf(click) + 1, step.clicks.length);
}

/** What the script says there; null for what is one's own. */
export function originalWords(step: OwnStep, click: OwnClick, language: LanguageCode): ClickWords | null {
  return click.of === null ? null : (scriptStep(step.of, language)?.clicks[click.of] ?? null);
}

export const lectureTitle = ({ name }: OwnLecture): string => name || t().own.unnamed;
