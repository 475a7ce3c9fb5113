// What steps and sub-steps are called in the editor: as they will be on the wall, in the language that is being written.
import { t } from "../../../content";
import type { LanguageCode } from "../../../content/language";
import type { ClickWords } from "../../../content/lecture/lecture";
import { clickWords, stepWords } from "../../../content/lecture/words";
import { spoken } from "../words";
import type { OwnClick, OwnLecture, OwnStep } from "./model";
import { scriptStep } from "./scripts";

/** As the wall knows it, hidden sub-steps and all. */
function onWall(step: OwnStep) {
  const clicks = step.clicks.map(({ of, seconds, words }) => ({ seconds, words: of, own: words }));
  return { name: step.name, set: "", clicks, script: step.of, own: step.words };
}

function scriptFor(step: OwnStep, language: LanguageCode) {
  const found = scriptStep(step.of, language);
  return step.of === null || !found ? {} : { [step.of]: found };
}

export function stepName(step: OwnStep, language: LanguageCode): string {
  return stepWords(onWall(step), scriptFor(step, language), language).name || step.name;
}

export function clickTitle(step: OwnStep, click: OwnClick, language: LanguageCode): string {
  const at = step.clicks.indexOf(click);
  const [wall, script] = [onWall(step), scriptFor(step, language)];
  const one = wall.clicks[at];
  const title = one && spoken(clickWords(wall, one, script, language).title, {});
  return title || t().lecture.notes.place(at + 1, step.clicks.length);
}

/** What the script says there; null for what is one's own. */
export function originalWords(step: OwnStep, click: OwnClick, language: LanguageCode): ClickWords | null {
  return click.of === null ? null : (scriptStep(step.of, language)?.clicks[click.of] ?? null);
}

export const lectureTitle = ({ name }: OwnLecture): string => name || t().own.unnamed;
