// What the engine is asked: one training step on the visitor's session for each of the two systems, and, once the panel has been looked at
// for a moment, the same over many test sessions.
import { computed, type ReadonlySignal, signal } from "@preact/signals";
import type { GradientBatch, GradientReport, ModelSummary } from "../../engine.ts";
import { answered } from "../../state/answers";
import { current, session } from "../../state/current";
import { loaded } from "../../state/opened";
import { asking, type Question } from "../../state/question";
import { shownPlaces } from "../../state/shown";
import type { EngineOperations } from "../../worker/client";
import { beside } from "./beside";
import type { Slot } from "./besides";
import { stepOf, type TrainingStep } from "./step";
import { isWide, wide } from "./wide";

/** Sessions of the batch: more clicks than four times the width of a vector, below which a linear map always fits. */
export const BATCH_SESSIONS = 32;
/** How long the panel is looked at before the batch is measured unasked; whoever leads a lecture here wants to see it, after the picture. */
const A_MOMENT = 1500;
const A_LECTURERS_MOMENT = 300;

/** A model in the engine. */
interface Of {
  readonly summary: ModelSummary;
  /** Which run it comes from; empty for models that come with the page. */
  readonly label: string;
  /** Null: the one that answers. */
  readonly slot: string | null;
  /** Its attributes are as wide as its items. Not said in words here: what is asked may run before they have come. */
  readonly isWide: boolean;
}

export interface Answered extends Of {
  readonly step: TrainingStep;
  readonly report: GradientReport;
}

interface Measured {
  readonly of: ModelSummary;
  readonly batch: GradientBatch;
}

/** One of the two systems with what is known of it. */
export interface Side extends Of {
  readonly answer: Question<Answered>;
  readonly batch: Question<Measured>;
}

export const step = computed<TrainingStep | null>(() => stepOf(session.value, current.quiz.value));
const hasStep = computed(() => step.value !== null);
const { isShown, show } = shownPlaces();
/** The panel has been looked at for a moment. */
const isLookedAt = signal(false);
/** The visitor wants no batch for now. */
export const isStopped = signal(false);

function inSlot({ name, now }: Slot, widened = false): Of | null {
  const known = now.value;
  return known?.summary ? { summary: known.summary, label: known.choice.label, slot: name, isWide: widened } : null;
}

/** The stored example is on screen before the engine has a model. */
const answering = computed<Of | null>(() => {
  if (isWide.value) return inSlot(wide, true);
  const now = loaded.value;
  return now?.bytes ? { summary: now.summary, label: now.label, slot: null, isWide: false } : null;
});
const loadedBeside = computed<Of | null>(() => inSlot(beside));

type Model = () => Of | null;

/** Models without attention keep no sources apart in any way that this panel could show. */
export function attends({ summary }: Of): boolean {
  return summary.sources.length > 0;
}

type GradientRequest = EngineOperations["gradients"]["args"];

function request({ history, target }: TrainingStep, batch: number, slot: string | null): GradientRequest {
  const asked = { items: [...history], target, batch };
  return slot === null ? asked : { ...asked, model: slot };
}

function stepQuestion(model: Model): Question<Answered> {
  return asking<Answered>(
    () => {
      const [asked, of] = [step.value, model()];
      if (!asked || !of || !attends(of)) return null;
      return async (ask) => ({ ...of, step: asked, report: await ask("gradients", request(asked, 0, of.slot)) });
    },
    // The visitor's own list comes first.
    { when: () => isShown.value && answered.value === session.value },
  );
}

/** Follows the model and not the session: the sessions of the batch are always the same. */
function batchQuestion(model: Model): Question<Measured> {
  return asking<Measured>(
    () => {
      const of = model();
      if (!of || !attends(of) || !hasStep.value) return null;
      return async (ask) => {
        const asked = step.peek();
        if (!asked) throw new Error("a batch is asked for with a step");
        const { batch } = await ask("gradients", request(asked, BATCH_SESSIONS, of.slot));
        if (!batch) throw new Error("the engine was asked for a batch and gave none");
        return { of: of.summary, batch };
      };
    },
    { when: () => isShown.value && isLookedAt.value && !isStopped.value },
  );
}

function sideOf(model: Model): ReadonlySignal<Side | null> {
  const asked = { answer: stepQuestion(model), batch: batchQuestion(model) };
  return computed(() => {
    const of = model();
    return of && { ...of, ...asked };
  });
}

export const mainSide = sideOf(() => answering.value);
export const otherSide = sideOf(() => loadedBeside.value);
/** The system that stands beside first: it is the one whose statement is exact. */
export const sides = computed<readonly Side[]>(() => [otherSide.value, mainSide.value].filter((side) => side !== null));

/** The answer of a system with what the batch adds; null until it answers, and while the answer is another model's. */
export function reportOf({ summary, answer, batch }: Side): GradientReport | null {
  const now = answer.value.value;
  if (now?.summary !== summary) return null;
  const many = batch.value.value;
  return { ...now.report, batch: many?.of === summary ? many.batch : null };
}

/** Sides that wait for their batch. */
export const unmeasured = computed(() =>
  sides.value.filter(
    (side) => attends(side) && side.batch.value.value?.of !== side.summary && side.batch.failure.value === null,
  ),
);

/** Follows everything while the panel is on the page. Returns what stops it. */
export function follow(): () => void {
  const hide = show();
  const unfollow = [beside.follow(), wide.follow()];
  const timer = setTimeout(
    () => {
      isLookedAt.value = true;
    },
    current.lecture.peek() === null ? A_MOMENT : A_LECTURERS_MOMENT,
  );
  return () => {
    clearTimeout(timer);
    hide();
    for (const stop of unfollow) stop();
  };
}
