// A lecture of one's own as the wall and the presenter's window know lectures: what is hidden is gone, and every sub-step is whole.
import { type Lecture, type LectureClick, type LectureStep, merged } from "../../../content/lecture/lecture";
import { ten } from "../../../content/lecture/ten";
import { type OwnClick, type OwnLecture, type OwnStep, original, played } from "./model";

/** Null where everything is hidden: there is nothing to give. */
export function resolved(own: OwnLecture): Lecture | null {
  const steps = own.steps.filter((step) => played(step).length > 0).map((step) => stepOnWall(step, played(step)));
  return steps.length === 0 ? null : { id: own.id, name: own.name, base: ten.base, steps };
}

/** A step with some of its sub-steps. */
export function stepOnWall(step: OwnStep, some: readonly OwnClick[]): LectureStep {
  const clicks = some.map((click) => clickOnWall(step, click));
  return { name: step.name, set: "", clicks, script: step.of, own: step.words };
}

function clickOnWall(step: OwnStep, { of, seconds, asks, set, words }: OwnClick): LectureClick {
  const found = original(step.of, of);
  if (!found) return { seconds, set, words: null, own: words };
  // What waits for a guess waits for nothing where none is asked.
  const { guess, covers, ...rest } = found.click;
  const question = asks ? { ...(guess && { guess }), ...(covers && { covers }) } : {};
  return { ...rest, ...question, seconds, set: merged(found.set, rest.set ?? ""), words: of, own: words };
}
