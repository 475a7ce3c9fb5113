// What is asked of the engine to score what was named, and its answers put back in their places. The formula is the engine's.
import type { Agreement, AgreementRequest, Truth, TruthClick } from "../../engine.ts";
import type { TruthClicksShown } from "../../state/fields";
import { type MethodId, type Question, scoredMethods } from "./methods";
import { type Rule, TRUTH_RULES } from "./process";

/** Fewer clicks are drawn, not scored. */
export const LEAST_CLICKS = 30;
/** Ranks of the list that counts as the model's own, 0-based below this. */
const TOP = 10;

/** One method on one group of clicks. */
export interface Scored {
  readonly n: number;
  readonly hits: number;
  /** Null: too few clicks. */
  readonly agreement: Agreement | null;
}

/** Null: no click of the group could be put to the method. */
export type Scores = Readonly<Partial<Record<MethodId, Scored | null>>>;

export interface RuleScores {
  readonly rule: Rule;
  readonly n: number;
  readonly scores: Scores;
  /** By method, how often each source was named (`pointed` only): indices of the answer's sources. */
  readonly named: Readonly<Partial<Record<MethodId, readonly number[]>>>;
}

export interface QuestionScores {
  readonly question: Question;
  readonly n: number;
  readonly scores: Scores;
  readonly rules: readonly RuleScores[];
}

export function shownClicks(clicks: readonly TruthClick[], shown: TruthClicksShown): readonly TruthClick[] {
  return shown === "all" ? clicks : clicks.filter(({ rank }) => rank < TOP);
}

interface Pair {
  readonly named: number[];
  readonly truth: number[];
}

/** What a method named, beside what was planted; clicks that it cannot be asked of are left out. */
function pairOf(answer: Truth, clicks: readonly TruthClick[], method: MethodId): Pair {
  const at = answer.methods.indexOf(method);
  const asked = clicks.flatMap(({ named, truth }) => {
    const name = named[at];
    return name === null || name === undefined ? [] : [{ name, truth }];
  });
  return { named: asked.map(({ name }) => name), truth: asked.map(({ truth }) => truth) };
}

interface Place {
  /** Null: all clicks. */
  readonly rule: Rule | null;
  readonly method: MethodId;
  readonly pair: Pair;
}

export interface Plan {
  readonly answer: Truth;
  readonly clicks: readonly TruthClick[];
  readonly places: readonly Place[];
}

export function plan(answer: Truth, shown: TruthClicksShown): Plan {
  const clicks = shownClicks(answer.clicks, shown);
  const groups = [null, ...TRUTH_RULES].map((rule) => ({
    rule,
    of: rule === null ? clicks : clicks.filter((click) => click.rule === rule),
  }));
  const places = groups.flatMap(({ rule, of }) =>
    scoredMethods(answer.question).map((method) => ({ rule, method, pair: pairOf(answer, of, method) })),
  );
  return { answer, clicks, places };
}

const isScored = ({ pair }: Place) => pair.named.length >= LEAST_CLICKS;

/** One request for any number of plans. */
export function requestFor(plans: readonly Plan[]): AgreementRequest {
  return { pairs: plans.flatMap(({ places }) => places.filter(isScored).map(({ pair }) => pair)) };
}

const hitsOf = ({ named, truth }: Pair) => named.filter((name, at) => name === truth[at]).length;

/** The plans with their agreements, in the order of `requestFor`. */
export function scoresOf(plans: readonly Plan[], agreements: readonly Agreement[]): QuestionScores[] {
  let next = 0;
  return plans.map(({ answer, clicks, places }) => {
    const scored = places.map((place) => {
      const agreement = isScored(place) ? (agreements[next++] ?? null) : null;
      const n = place.pair.named.length;
      return { ...place, scored: n === 0 ? null : { n, hits: hitsOf(place.pair), agreement } };
    });
    const scoresIn = (rule: Rule | null): Scores =>
      Object.fromEntries(scored.filter((one) => one.rule === rule).map(({ method, scored: one }) => [method, one]));
    const namedIn = (rule: Rule) =>
      Object.fromEntries(
        scored
          .filter((one) => one.rule === rule)
          .map(({ method, pair }) => [
            method,
            answer.sources.map((_, source) => pair.named.filter((name) => name === source).length),
          ]),
      );
    return {
      question: answer.question,
      n: clicks.length,
      scores: scoresIn(null),
      rules: TRUTH_RULES.map((rule) => ({
        rule,
        n: clicks.filter((click) => click.rule === rule).length,
        scores: scoresIn(rule),
        named: namedIn(rule),
      })),
    };
  });
}

/** Share right; of too few clicks, too. */
export function rightOf({ n, hits, agreement }: Scored): number {
  return agreement ? agreement.right : hits / n;
}
