// What pointed to it? The source that each method names for a click whose earlier click it is told, beside the one that was planted.
import { t } from "../../content";
import { model } from "../../state/opened";
import { drawPointed } from "../../viz/drawPointed";
import { type DrawFigure, figureText } from "../../viz/figure";
import { layoutPointed } from "../../viz/pointedModel";
import { PAGE } from "../../viz/tokens";
import { useRoom } from "../../viz/useRoom";
import { Drawing } from "../common/Drawing";
import { Figure } from "../common/Figure";
import { FigureTable } from "../common/FigureTable";
import { dataFact, modelFacts } from "../common/figureFacts";
import { count } from "../common/format";
import { Awaited } from "./Awaited";
import { isSum, METHODS, refusal } from "./methods";
import { PointedCells } from "./PointedCells";
import { pointedModel, pointedTable } from "./pointedShown";
import { Reading } from "./Reading";
import { Refused } from "./Refused";
import { scoresFor } from "./scores";
import { subject } from "./subject";

export function Pointed() {
  const words = t().truth;
  const [box, { width }] = useRoom<HTMLDivElement>();
  const found = scoresFor("pointed");
  const absent = model.value && refusal(model.value);
  if (absent) return <Refused class="truth-pointed" title={words.pointedTitle} why={absent} />;
  const clicks = words.clicksCount(found?.n ?? 0, count(found?.n ?? 0));
  const text = figureText(words.pointedTitle, found ? words.pointedSub(clicks) : "", [
    ...modelFacts(subject.value),
    dataFact(),
  ]);
  const drawn = found && found.n > 0 && width > 0 ? pointedModel(found) : null;
  const layout = drawn && layoutPointed(drawn, width);
  return (
    <div ref={box} class="truth-pointed">
      <Figure
        name="pointed"
        head={
          <>
            <h3>{words.pointedTitle}</h3>
            <p>{text.sub}</p>
            {model.value && !isSum(model.value) && <p class="truth-mixed">{words.pointedMixed}</p>}
          </>
        }
        caption={text.caption}
        source={
          found && found.n > 0
            ? async (): Promise<DrawFigure> => {
                const { pointedFigure } = await import("../../viz/pointedFigure");
                const parts = { ...text, model: pointedModel(found), table: () => pointedTable(found) };
                return (size, theme) => pointedFigure(parts, size, theme);
              }
            : null
        }
        table={() => found && <FigureTable caption={words.pointedTitle} table={pointedTable(found)} />}
      >
        {found && drawn && layout && (
          <>
            <Key />
            <PointedCells found={found} model={drawn} layout={layout}>
              {(over) => (
                <Drawing size={layout} over={over}>
                  {drawPointed(drawn, layout, PAGE)}
                </Drawing>
              )}
            </PointedCells>
          </>
        )}
        {!found && <Awaited otherwise={words.whenWhole} />}
      </Figure>
      {found && <Reading of={found} methods={METHODS.pointed} verb={words.pointedRead} />}
      {found && <p class="note truth-note">{words.pointedPosition}</p>}
    </div>
  );
}

/** Filled and hollow, with the mark of the first attribute. */
function Key() {
  const { planted, other, size } = t().truth.pointedKey;
  return (
    <p class="truth-key">
      <span>
        <svg viewBox="0 0 12 12" aria-hidden="true">
          <path d="M1.8 1.8h8.4v8.4H1.8z" fill="currentColor" />
        </svg>
        {planted}
      </span>
      <span>
        <svg viewBox="0 0 12 12" aria-hidden="true">
          <path d="M1.8 1.8h8.4v8.4H1.8z" fill="none" stroke="currentColor" stroke-width="1.5" />
        </svg>
        {other}
      </span>
      <span class="truth-key-size">{size}</span>
    </p>
  );
}
