// What pointed to a click, as it is drawn: the rules with a cue, the methods, and how often each source was named.
import { t } from "../../content";
import type { FigureTable as Table } from "../../viz/figure";
import type { PointedModel, PointedSource } from "../../viz/pointedModel";
import { count } from "../common/format";
import { sourceName } from "../common/sourceName";
import type { SourceView } from "../common/sources";
import { viewsOf } from "../common/viewsOf";
import { answers } from "./measure";
import { METHODS, type MethodId, MORE_METHODS } from "./methods";
import { agreed, bare, kappaWithHalf, methodName, ruleName, whole } from "./names";
import { LEAST_CLICKS, type QuestionScores, type RuleScores, rightOf } from "./score";
import { PERCENT, scoreColumns, scoreRow } from "./table";

export interface Candidate {
  readonly view: SourceView;
  /** Its place among the sources of the answer. */
  readonly at: number;
}

/** The sources in the race: position is none of them. */
export function candidates(): readonly Candidate[] {
  const views = viewsOf(answers.pointed.value?.sources ?? []);
  return views.map((view, at) => ({ view, at })).filter(({ view }) => view.kind !== "position");
}

export function cuedRules({ rules }: QuestionScores): readonly RuleScores[] {
  return rules.filter(({ rule, n }) => (rule === "chain" || rule === "brand") && n > 0);
}

/** What was planted is the same for every click of a rule. */
function truthOf({ rule }: RuleScores): number {
  return answers.pointed.value?.clicks.find((click) => click.rule === rule)?.truth ?? -1;
}

const sourceOf = ({ view }: Candidate): PointedSource => ({
  token: view.token,
  letter: view.letter,
  name: sourceName(view),
});

export function pointedModel(found: QuestionScores): PointedModel {
  const words = t().truth;
  const sources = candidates();
  const rules = cuedRules(found);
  const clicks = words.clicksCount(found.n, count(found.n));
  return {
    sources: sources.map(sourceOf),
    rules: rules.map((row) => {
      const text = words.clicksCount(row.n, count(row.n));
      return {
        name: ruleName(row.rule),
        note: row.n < LEAST_CLICKS ? words.notScored(text) : text,
        truth: sources.findIndex(({ at }) => at === truthOf(row)),
      };
    }),
    methods: METHODS.pointed.map((method) => {
      const scored = found.scores[method] ?? null;
      const name = methodName("pointed", method);
      const shares = rules.map(({ named, n }) => sources.map(({ at }) => (named[method]?.[at] ?? 0) / n));
      if (!scored) return { name, value: null, right: "–", half: "", kappa: words.notAsked, shares };
      return {
        ...{ name, shares, value: agreed(scored), right: whole(rightOf(scored)), kappa: kappaWithHalf(scored) },
        half: scored.agreement ? `± ${bare(scored.agreement.right_half)}` : "",
      };
    }),
    best: found.scores.best ? rightOf(found.scores.best) : null,
    words: {
      heading: words.pointedHeading,
      axis: words.pointedAxis(clicks),
      rule: words.table.rule,
      chance: words.chanceAt,
      best: words.bestAt,
    },
    percent: bare,
  };
}

/** Every method over all clicks and by rule, with what it named. */
export function pointedTable(found: QuestionScores): Table {
  const words = t().truth;
  const sources = candidates();
  const methods: readonly MethodId[] = [...METHODS.pointed, ...MORE_METHODS.pointed, "best"];
  const none = sources.map(() => null);
  return {
    columns: [
      { label: words.table.method },
      { label: words.table.rule },
      ...scoreColumns(),
      ...sources.map(({ view }) => ({ label: words.table.named(sourceName(view)), ...PERCENT })),
    ],
    rows: methods.flatMap((method) => [
      [methodName("pointed", method), words.table.all, ...scoreRow(found.scores[method] ?? null), ...none],
      ...cuedRules(found).map((row) => [
        methodName("pointed", method),
        ruleName(row.rule),
        // One answer is right for a whole rule: chance is the share right itself, and says nothing.
        ...scoreRow(row.scores[method] ?? null).map((cell, at) => (at < 3 ? cell : null)),
        ...sources.map(({ at }) => (row.named[method]?.[at] ?? 0) / row.n),
      ]),
    ]),
  };
}
