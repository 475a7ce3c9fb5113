// The first question by rule: a small axis a rule and method. Rules with few clicks are drawn, not scored.
import { t } from "../../content";
import { drawRules, type RulesModel } from "../../viz/drawRules";
import { type DrawFigure, figureText, type FigureTable as Table } from "../../viz/figure";
import { PAGE } from "../../viz/tokens";
import { useRoom } from "../../viz/useRoom";
import { Drawing } from "../common/Drawing";
import { Figure } from "../common/Figure";
import { FigureTable } from "../common/FigureTable";
import { dataFact, modelFacts } from "../common/figureFacts";
import { count } from "../common/format";
import { sum } from "../common/values";
import { METHODS } from "./methods";
import { agreed, methodName, ruleName, whole } from "./names";
import { mix, shownRules } from "./process";
import { type QuestionScores, type RuleScores, rightOf } from "./score";
import { scoresFor } from "./scores";
import { subject } from "./subject";
import { scoreColumns, scoreRow } from "./table";

export function Rules() {
  const words = t().truth;
  const [box, { width }] = useRoom<HTMLDivElement>();
  const found = scoresFor("which");
  const rows = found ? rowsOf(found) : [];
  if (!found || rows.length === 0) return <div ref={box} />;
  const sub = [words.rulesSub, ...restOf(found, rows)].join(" ");
  const text = figureText(words.rulesTitle, sub, [...modelFacts(subject.value), dataFact()]);
  const drawn = width > 0 ? drawRules(rulesModel(rows), width, PAGE) : null;
  return (
    <div ref={box} class="truth-rules">
      <Figure
        name="rules"
        head={
          <>
            <h4>{words.rulesTitle}</h4>
            <p>{text.sub}</p>
          </>
        }
        caption={text.caption}
        source={async (): Promise<DrawFigure> => {
          const { rulesFigure } = await import("../../viz/rulesFigure");
          const parts = { ...text, model: rulesModel(rows), table: () => rulesTable(rows) };
          return (size, theme) => rulesFigure(parts, size, theme);
        }}
        table={() => <FigureTable caption={words.rulesTitle} table={rulesTable(rows)} />}
      >
        {drawn && <Drawing size={{ width, height: drawn.height }}>{drawn.drawing}</Drawing>}
      </Figure>
    </div>
  );
}

/** Rules that can be told apart and have a click. */
function rowsOf({ rules }: QuestionScores): readonly RuleScores[] {
  const shown = mix.value ? shownRules(mix.value) : [];
  return rules.filter(({ rule, n }) => shown.includes(rule) && n > 0);
}

/** Clicks of rules without a row are counted in the figure above: without a word of them the rows would not add up. */
function restOf({ rules }: QuestionScores, rows: readonly RuleScores[]): readonly string[] {
  const rest = rules.filter((one) => one.n > 0 && !rows.includes(one));
  const n = sum(rest.map((one) => one.n));
  return n === 0 ? [] : [t().truth.rulesRest(rest.map(({ rule }) => ruleName(rule)).join(", "), n, count(n))];
}

/** Methods that this model can be asked. */
const asked = (rows: readonly RuleScores[]) => METHODS.which.filter((method) => rows.some((row) => row.scores[method]));

function rulesModel(rows: readonly RuleScores[]): RulesModel {
  const words = t().truth;
  const methods = asked(rows);
  return {
    methods: methods.map((method) => methodName("which", method)),
    rules: rows.map(({ rule, n, scores: found }) => ({
      name: ruleName(rule),
      notes: [words.clicksCount(n, count(n)), words.foundBy(words.cues[rule as keyof typeof words.cues])],
      cells: methods.map((method) => {
        const scored = found[method];
        if (!scored) return null;
        const text = scored.agreement ? whole(rightOf(scored)) : words.hits(count(scored.hits), count(scored.n));
        return { value: agreed(scored), text };
      }),
      best: found.best ? rightOf(found.best) : null,
    })),
  };
}

function rulesTable(rows: readonly RuleScores[]): Table {
  const words = t().truth.table;
  return {
    columns: [{ label: words.rule }, { label: words.method }, ...scoreColumns()],
    rows: rows.flatMap(({ rule, scores: found }) =>
      [...asked(rows), "best" as const].map((method) => [
        ruleName(rule),
        methodName("which", method),
        ...scoreRow(found[method] ?? null),
      ]),
    ),
  };
}
