// What is on screen now, put into the lecture that is being edited.
import { t } from "../../../content";
import type { LanguageCode } from "../../../content/language";
import { inPanel } from "../../common/navigation";
import { change, draft, freshClick, openStep, show } from "./desk";
import { addClick, addStep, slug } from "./edits";
import type { OwnStep } from "./model";
import { clickOnScreen } from "./screen";

/** Called after the panel, until its title is written. */
function fresh(language: LanguageCode) {
  return clickOnScreen({ [language]: { title: t().panels.names[inPanel.peek()].name } });
}

/** A step of its own, after the one that is open. */
export function addAfter(language: LanguageCode): void {
  const [before, click] = [draft.peek()?.steps ?? [], fresh(language)];
  change((lecture) => addStep(lecture, openStep.peek(), slug(inPanel.peek()), click));
  const added = draft.peek()?.steps.find(({ name }) => !before.some((step) => step.name === name));
  if (!added) return;
  show(added.name, added.clicks[0]?.key ?? null);
  freshClick.value = added.clicks[0] ?? null;
}

/** A sub-step at the end of a step. */
export function addHere({ name }: OwnStep, language: LanguageCode): void {
  change((lecture) => addClick(lecture, name, fresh(language)));
  const added = draft
    .peek()
    ?.steps.find((step) => step.name === name)
    ?.clicks.at(-1);
  show(name, added?.key ?? null);
  freshClick.value = added ?? null;
}
