// The measurement on screen, scored by the engine: with the clicks that the visitor chose, all groups of both questions in one request.
import { computed, signal } from "@preact/signals";
import { current } from "../../state/current";
import { asking } from "../../state/question";
import { answers } from "./measure";
import type { Question } from "./methods";
import { plan, type QuestionScores, requestFor, scoresOf } from "./score";

type ByQuestion = Readonly<Partial<Record<Question, QuestionScores>>>;

const found = signal<ByQuestion>({});
export const scores = computed<ByQuestion>(() => found.value);

const plans = computed(() => {
  const shown = current.truthClicks.value;
  return [answers.which.value, answers.pointed.value].flatMap((answer) => (answer ? [plan(answer, shown)] : []));
});

export function followScores() {
  return asking<ByQuestion>(
    () => {
      const wanted = plans.value;
      if (wanted.length === 0) {
        found.value = {};
        return null;
      }
      return async (ask) => {
        const request = requestFor(wanted);
        const agreements = request.pairs.length > 0 ? await ask("agreement", request) : [];
        return Object.fromEntries(scoresOf(wanted, agreements).map((one) => [one.question, one]));
      };
    },
    {
      onAnswer: (now) => {
        found.value = now;
      },
    },
  );
}
