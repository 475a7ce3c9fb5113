// Which earlier click led to this one? Shares right on one axis, with the marks that need no model.
import { t } from "../../content";
import { current } from "../../state/current";
import { drawWhich, type WhichModel } from "../../viz/drawWhich";
import { type DrawFigure, figureText, type FigureTable as Table } from "../../viz/figure";
import { PAGE } from "../../viz/tokens";
import { useRoom } from "../../viz/useRoom";
import { Drawing } from "../common/Drawing";
import { Figure } from "../common/Figure";
import { FigureTable } from "../common/FigureTable";
import { dataFact, modelFacts } from "../common/figureFacts";
import { count } from "../common/format";
import { Awaited } from "./Awaited";
import { MARKS, METHODS } from "./methods";
import { agreed, bare, kappaWithHalf, methodName, rightWithHalf } from "./names";
import { Reading } from "./Reading";
import type { QuestionScores } from "./score";
import { scoresFor } from "./scores";
import { subject } from "./subject";
import { scoreColumns, scoreRow } from "./table";

export function Which() {
  const words = t().truth;
  const [box, { width }] = useRoom<HTMLDivElement>();
  const found = scoresFor("which");
  const clicks = words.clicksCount(found?.n ?? 0, count(found?.n ?? 0));
  const text = figureText(words.whichTitle, found ? words.whichSub(clicks) : "", [
    ...modelFacts(subject.value),
    dataFact(),
  ]);
  const drawn = found && width > 0 ? drawWhich(whichModel(found), width, PAGE) : null;
  return (
    <div ref={box} class="truth-which" data-shows={current.truthClicks.value}>
      <Figure
        name="which"
        head={
          <>
            <h3>{words.whichTitle}</h3>
            <p>{text.sub}</p>
          </>
        }
        caption={text.caption}
        source={
          found
            ? async (): Promise<DrawFigure> => {
                const { whichFigure } = await import("../../viz/whichFigure");
                const parts = { ...text, model: whichModel(found), table: () => whichTable(found) };
                return (size, theme) => whichFigure(parts, size, theme);
              }
            : null
        }
        table={() => found && <FigureTable caption={words.whichTitle} table={whichTable(found)} />}
      >
        {drawn && <Drawing size={{ width, height: drawn.height }}>{drawn.drawing}</Drawing>}
        {!found && <Awaited otherwise={words.whenWhole} />}
      </Figure>
      {found && <Reading of={found} methods={METHODS.which} verb={words.whichRead} />}
    </div>
  );
}

function whichModel({ scores: found, n }: QuestionScores): WhichModel {
  const words = t().truth;
  return {
    rows: METHODS.which.map((method) => {
      const scored = found[method] ?? null;
      const name = methodName("which", method);
      if (!scored) {
        const why = n === 0 ? words.noClicks : method.startsWith("attention") ? words.noAttention : words.notAsked;
        return { name, value: null, right: why, chance: "", kappa: "" };
      }
      const chance = scored.agreement ? bare(scored.agreement.chance) : "–";
      return { name, value: agreed(scored), right: rightWithHalf(scored), chance, kappa: kappaWithHalf(scored) };
    }),
    marks: MARKS.which.flatMap((method) => {
      const scored = found[method];
      return scored ? [{ name: methodName("which", method), value: agreed(scored).right }] : [];
    }),
    words: { right: words.right, chance: words.chance, kappa: words.kappa },
    percent: bare,
  };
}

function whichTable({ scores: found }: QuestionScores): Table {
  const methods = [...METHODS.which, ...MARKS.which];
  return {
    columns: [{ label: t().truth.table.method }, ...scoreColumns()],
    rows: methods.map((method) => [methodName("which", method), ...scoreRow(found[method] ?? null)]),
  };
}
