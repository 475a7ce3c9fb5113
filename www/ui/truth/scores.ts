// The measurement on screen, scored by the engine: with the clicks that the visitor chose, all groups of both questions in one request.
import { computed, effect } from "@preact/signals";
import { type Shares, shownAgreements } from "../../state/agreements";
import { current } from "../../state/current";
import { asking } from "../../state/question";
import { shownPlaces } from "../../state/shown";
import { answers } from "./measure";
import type { Question } from "./methods";
import { plan, type QuestionScores, requestFor, scoresOf } from "./score";

type ByQuestion = Readonly<Partial<Record<Question, QuestionScores>>>;

/** The panel on the page; questions wait until it is. */
export const { isShown, show } = shownPlaces();

const plans = computed(() => {
  const shown = current.truthClicks.value;
  return [answers.which.value, answers.pointed.value].flatMap((answer) => (answer ? [plan(answer, shown)] : []));
});

export const scoring = asking<ByQuestion>(
  () => {
    const wanted = plans.value;
    if (wanted.length === 0) return null;
    return async (ask) => {
      const request = requestFor(wanted);
      const agreements = request.pairs.length > 0 ? await ask("agreement", request) : [];
      return Object.fromEntries(scoresOf(wanted, agreements).map((one) => [one.question, one]));
    };
  },
  { when: () => isShown.value },
);

/** Whoever speaks of the figures says what stands in them. */
effect(() => {
  const { which, pointed } = scoring.value.value ?? {};
  shownAgreements.value = { which: sharesOf(which), pointed: sharesOf(pointed) };
});

function sharesOf(of: QuestionScores | undefined): Shares | null {
  if (!of) return null;
  const agreed = Object.entries(of.scores).flatMap(([method, scored]) =>
    scored?.agreement ? [[method, scored.agreement] as const] : [],
  );
  return Object.fromEntries(agreed);
}

/** The scores of a question; null until it is scored. */
export const scoresFor = (question: Question): QuestionScores | null => scoring.value.value?.[question] ?? null;
