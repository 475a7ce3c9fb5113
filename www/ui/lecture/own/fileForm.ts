// A lecture of one's own as a file: JSON that can be read and mended by hand, with nothing in it but what differs from the base. A step or
// sub-step that is as the base has it is its name or its number alone.
import type { ClickWords, OwnWords, StepWords } from "../../../content/lecture/lecture";
import { MINUTES, type OwnClick, type OwnLecture, type OwnStep, stepOf, stepsOf } from "./model";

export const FORMAT = "dif-sr-lab lecture";
export const VERSION = 1;

export interface ClickForm {
  /** Of the script, from 0; missing: one's own. */
  readonly from?: number;
  readonly hidden?: boolean;
  readonly seconds?: number;
  readonly asks?: boolean;
  readonly set?: string;
  readonly words?: OwnWords<ClickWords>;
}

export interface StepForm {
  readonly step: string;
  /** Which step of the base, where the name is another; missing and no step of the base: one's own. */
  readonly from?: string;
  readonly hidden?: boolean;
  readonly words?: OwnWords<StepWords>;
  readonly clicks?: readonly (number | ClickForm)[];
}

export interface FileForm {
  readonly format: typeof FORMAT;
  readonly version: typeof VERSION;
  readonly id: string;
  readonly name: string;
  readonly base: string;
  readonly minutes?: number;
  readonly steps?: readonly (string | StepForm)[];
}

const isEmpty = (words: object): boolean => Object.keys(words).length === 0;
const same = (one: unknown, other: unknown): boolean => JSON.stringify(one) === JSON.stringify(other);

function clickForm(click: OwnClick, base: OwnClick | undefined): number | ClickForm {
  const { of, isHidden, seconds, asks, set, words } = click;
  const said = isEmpty(words) ? {} : { words };
  if (of === null) return { ...(isHidden && { hidden: true }), seconds, set, ...said };
  const form: ClickForm = {
    from: of,
    ...(isHidden === base?.isHidden ? {} : { hidden: isHidden }),
    ...(seconds === base?.seconds ? {} : { seconds }),
    ...(asks === base?.asks ? {} : { asks }),
    ...said,
  };
  return same(Object.keys(form), ["from"]) ? of : form;
}

function stepForm(step: OwnStep, { base }: OwnLecture): string | StepForm {
  const { name, of, isHidden, words, clicks } = step;
  const before = of === null ? null : stepOf(base, of);
  const forms = clicks.map((click) =>
    clickForm(
      click,
      before?.clicks.find((one) => one.of === click.of),
    ),
  );
  const form: StepForm = {
    step: name,
    ...(of !== null && of !== name && { from: of }),
    ...(isHidden === (before?.isHidden ?? false) ? {} : { hidden: isHidden }),
    ...(isEmpty(words) ? {} : { words }),
    ...(same(
      forms,
      before?.clicks.map((one) => one.of),
    )
      ? {}
      : { clicks: forms }),
  };
  return before && same(form, { step: name }) && of === name ? name : form;
}

export function formOf(lecture: OwnLecture): FileForm {
  const { id, name, base, minutes } = lecture;
  const steps = lecture.steps.map((step) => stepForm(step, lecture));
  const isAsBase = same(
    steps,
    stepsOf(base).map((step) => step.name),
  );
  return {
    ...{ format: FORMAT, version: VERSION, id, name, base },
    ...(minutes === MINUTES[base] ? {} : { minutes }),
    ...(isAsBase ? {} : { steps }),
  };
}

/** What a file holds. */
export const textOf = (lecture: OwnLecture): string => `${JSON.stringify(formOf(lecture), null, 2)}\n`;
