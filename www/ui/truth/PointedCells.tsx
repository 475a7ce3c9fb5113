// What lies over the marks: cells that speak, walked with the arrow keys, and the clicks of the one that was chosen.
import type { ComponentChildren } from "preact";
import { useRef, useState } from "preact/hooks";
import { t } from "../../content";
import { current } from "../../state/current";
import { catalogue } from "../../state/opened";
import { type PointedLayout, type PointedModel, ROW } from "../../viz/pointedModel";
import { inRem } from "../../viz/useRoom";
import { Button } from "../common/Button";
import { count } from "../common/format";
import { itemName } from "../common/itemWords";
import { placeOf } from "../common/placeOf";
import { sourceName } from "../common/sourceName";
import { answers } from "./measure";
import { METHODS, type MethodId } from "./methods";
import { methodName, ruleName, whole } from "./names";
import { openClick } from "./openClick";
import { candidates, cuedRules } from "./pointedShown";
import { type QuestionScores, shownClicks } from "./score";
import { type Chosen, moved, nearest, placeOfChosen, type Spot } from "./spots";

interface Props {
  readonly found: QuestionScores;
  readonly model: PointedModel;
  readonly layout: PointedLayout;
  readonly children: (over: ComponentChildren) => ComponentChildren;
}

/** Clicks of a cell that are listed. */
const LISTED = 12;

export function PointedCells({ found, model, layout, children }: Props) {
  const words = t().truth;
  const grid = useRef<HTMLDivElement>(null);
  const [pointed, setPointed] = useState<Spot>({ rule: 0, method: 0, source: 0 });
  const [isShown, setShown] = useState(false);
  const [chosen, setChosen] = useState<Chosen | null>(null);
  const sources = candidates();
  const rules = cuedRules(found);
  const extent = { rules: rules.length, methods: model.methods.length, sources: sources.length };
  const at = nearest(pointed, extent);
  const ids = rules.map(({ rule }) => rule);
  const opened = chosen && placeOfChosen(chosen, ids, extent);

  const said = ({ rule, method, source }: Spot): string => {
    const [row, id, candidate] = [rules[rule], METHODS.pointed[method], sources[source]];
    if (!row || !id || !candidate) return "";
    const hits = row.named[id]?.[candidate.at] ?? 0;
    const names = [ruleName(row.rule), methodName("pointed", id), sourceName(candidate.view)] as const;
    return words.cellSaid(...names, whole(hits / row.n), count(hits), count(row.n));
  };

  const move = (columns: number, rows: number) => {
    const next = moved(at, columns, rows, extent);
    setPointed(next);
    grid.current?.querySelector<HTMLElement>(`[data-cell="${idOf(next)}"]`)?.focus();
  };

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.altKey || event.ctrlKey || event.metaKey) return;
    if (event.key === "ArrowRight") move(1, 0);
    else if (event.key === "ArrowLeft") move(-1, 0);
    else if (event.key === "ArrowDown") move(0, 1);
    else if (event.key === "ArrowUp") move(0, -1);
    else return;
    event.preventDefault();
  };

  const cell = (spot: Spot) => {
    const { x = 0, y = 0 } = layout.places[spot.method] ?? {};
    const box = {
      left: inRem(x + spot.source * layout.cell),
      top: inRem(y + layout.rowAt(spot.rule)),
      width: inRem(layout.cell),
      height: inRem(ROW),
    };
    const point = () => {
      setPointed(spot);
      setShown(true);
    };
    const isOpened = opened !== null && idOf(opened) === idOf(spot);
    const rule = ids[spot.rule];
    return (
      <button
        key={idOf(spot)}
        type="button"
        class="truth-cell"
        style={box}
        data-cell={idOf(spot)}
        tabIndex={idOf(spot) === idOf(at) ? 0 : -1}
        aria-label={said(spot)}
        aria-pressed={isOpened}
        onPointerEnter={point}
        onFocus={point}
        onClick={() => setChosen(isOpened || !rule ? null : { ...spot, rule })}
      />
    );
  };

  const spots = model.methods.flatMap((_, method) =>
    rules.flatMap((_, rule) => sources.map((_, source) => ({ rule, method, source }))),
  );
  return (
    <>
      {children(
        // biome-ignore lint/a11y/useSemanticElements: buttons over a drawing; the table has a table
        <div ref={grid} role="group" aria-label={words.cells} onKeyDown={onKeyDown}>
          {spots.map(cell)}
        </div>,
      )}
      <p class="truth-said" aria-hidden="true">
        {isShown ? said(at) : " "}
      </p>
      {opened && <CellClicks spot={opened} said={said(opened)} found={found} />}
    </>
  );
}

const idOf = ({ rule, method, source }: Spot) => `${rule}-${method}-${source}`;

/** The clicks for which a method named a source: which session, and where the model ranks the click. */
function CellClicks({ spot, said, found }: { spot: Spot; said: string; found: QuestionScores }) {
  const words = t().truth;
  const answer = answers.pointed.value;
  const rule = cuedRules(found)[spot.rule]?.rule;
  const candidate = candidates()[spot.source];
  const method: MethodId | undefined = METHODS.pointed[spot.method];
  if (!answer || !candidate || !method) return null;
  const column = answer.methods.indexOf(method);
  const clicks = shownClicks(answer.clicks, current.truthClicks.value).filter(
    (click) => click.rule === rule && click.named[column] === candidate.at,
  );
  return (
    <div class="truth-cell-clicks">
      <p>{words.cellClicks(said)}</p>
      {clicks.length === 0 && <p>{words.cellNone}</p>}
      <ul>
        {clicks.slice(0, LISTED).map((click) => {
          const name = itemName(catalogue.value, click.item);
          return (
            <li key={click.user}>
              <Button look="link" title={words.exampleOpen(name)} onClick={() => openClick(click)}>
                {name}
              </Button>{" "}
              {words.cellRank(count(placeOf(click.rank)))}
            </li>
          );
        })}
      </ul>
      {clicks.length > LISTED && <p>{words.cellMore(count(clicks.length - LISTED))}</p>}
    </div>
  );
}
