// Many clicks: whether one linear map makes each source's gradients of the item's.
import { computed } from "@preact/signals";
import { t } from "../../content";
import { drawLinear, layoutLinear } from "../../viz/drawLinear";
import { COSINE, type DrawFigure, figureText, SHARE, type FigureTable as Table } from "../../viz/figure";
import type { LinearModel, LinearRow } from "../../viz/linearModel";
import { PAGE } from "../../viz/tokens";
import { useRoom } from "../../viz/useRoom";
import { Button } from "../common/Button";
import { Drawing } from "../common/Drawing";
import { Figure } from "../common/Figure";
import { FigureTable } from "../common/FigureTable";
import { inWords, rawText } from "../common/failures";
import { count, signed } from "../common/format";
import { fraction } from "../common/formatMore";
import { KeyWords } from "../common/KeyWords";
import { Notice } from "../common/Notice";
import { sourceName } from "../common/sourceName";
import { facts } from "./Arrows";
import { BATCH_SESSIONS, isStopped, sides, unmeasured } from "./asked";
import { type Told, told } from "./views";
import { cosineText, nameOf } from "./words";

function rangeText(least: string, most: string): string {
  return least === most ? least : t().gradients.to(least, most);
}

/** Every source but the item, in a system that was measured. */
function rowsOf({ report, views }: Told): LinearRow[] {
  const words = t().gradients;
  const { batch, by_source } = report;
  const item = by_source[0]?.width ?? 0;
  return views.flatMap((view, at): LinearRow[] => {
    if (!batch || view.kind === "item") return [];
    const cosine = batch.cosine[at] ?? null;
    const residual = batch.residual[at] ?? null;
    return [
      {
        source: { token: view.token, letter: view.letter, name: sourceName(view) },
        cosine,
        text: cosine
          ? rangeText(cosineText(cosine.least), cosineText(cosine.most))
          : words.noCosine(item, by_source[at]?.width ?? 0),
        residual,
        residualText: residual === null ? "–" : fraction(residual),
      },
    ];
  });
}

const linearModel = computed<LinearModel | null>(() => {
  const words = t().gradients;
  const groups = told.value.flatMap((system) => {
    const { batch } = system.report;
    if (!batch) return [];
    const sub = words.clicks(count(batch.clicks), count(batch.sessions));
    return [{ name: system.name, sub, rows: rowsOf(system) }];
  });
  if (groups.length === 0) return null;
  return {
    groups,
    words: { cosine: words.cosineHead, residual: words.residualHead, reading: words.linearReading },
    signed,
  };
});

const text = computed(() => figureText(t().gradients.linearTitle, "", facts.value));

function numbers(): Table {
  const words = t().gradients;
  const { source, numbers, least, mean, most, residual } = words.columns;
  const asCosine = { unit: COSINE, write: (value: number) => signed(value, 3) };
  return {
    columns: [
      { label: words.system },
      { label: source },
      { label: numbers, write: String },
      { label: least, ...asCosine },
      { label: mean, ...asCosine },
      { label: most, ...asCosine },
      { label: residual, unit: SHARE, write: (value) => fraction(value) },
    ],
    rows: told.value.flatMap(({ name, report, views }) =>
      views.flatMap((view, at) => {
        const { batch, by_source } = report;
        if (!batch || view.kind === "item") return [];
        const range = batch.cosine[at];
        return [
          [
            name,
            sourceName(view),
            by_source[at]?.width ?? null,
            range?.least ?? null,
            range?.mean ?? null,
            range?.most ?? null,
            batch.residual[at] ?? null,
          ],
        ];
      }),
    ),
  };
}

async function source(): Promise<DrawFigure> {
  const { linearFigure } = await import("../../viz/linearFigure");
  const [model, parts, table] = [linearModel.peek(), text.peek(), numbers()];
  if (!model) throw new Error("there are no residuals to draw");
  return (size, theme) => linearFigure({ ...parts, model, table: () => table }, size, theme);
}

export function Linear() {
  const words = t().gradients;
  const [box, { width }] = useRoom<HTMLDivElement>();
  const model = linearModel.value;
  const layout = model && width > 0 ? layoutLinear(model, width) : null;
  return (
    <Figure
      name="residual"
      class="gradients-linear"
      head={
        <>
          <h3>{words.linearTitle}</h3>
          <p>{words.linearLede}</p>
        </>
      }
      caption={text.value.caption}
      source={model ? source : null}
      table={() => <FigureTable caption={words.linearTitle} table={numbers()} />}
    >
      <Measuring />
      <div ref={box}>
        {model && layout && (
          <Drawing size={layout} over={<KeyWords place={layout.key} words={words.linearReading} />}>
            {drawLinear(model, layout, PAGE)}
          </Drawing>
        )}
      </div>
    </Figure>
  );
}

/** What is not measured yet: how far it is and the way to stop, or to go on after that. It begins by itself. */
function Measuring() {
  const words = t().gradients;
  const [next] = unmeasured.value;
  return (
    <>
      {next && (
        <p class="gradients-measuring" aria-live="polite" data-busy={!isStopped.value}>
          {isStopped.value ? (
            <Button
              onClick={() => {
                isStopped.value = false;
              }}
            >
              {words.measure(BATCH_SESSIONS)}
            </Button>
          ) : (
            <>
              <span>{words.measuring(BATCH_SESSIONS, nameOf(next))}</span>
              <Button
                onClick={() => {
                  isStopped.value = true;
                }}
              >
                {words.stop}
              </Button>
            </>
          )}
        </p>
      )}
      {sides.value.map((side) => {
        const failure = side.batch.failure.value;
        return (
          failure && (
            <Notice
              key={nameOf(side)}
              isBad
              raw={rawText(failure)}
              buttons={<Button onClick={side.batch.again}>{t().common.tryAgain}</Button>}
            >
              {words.batchFailed(nameOf(side), inWords(failure))}
            </Notice>
          )
        );
      })}
    </>
  );
}
