// The law: how much a shared property lifts each source's part of a score, planted and learned. No click is needed for it.
import { t } from "../../content";
import type { Law as LawAnswer } from "../../engine.ts";
import { catalogue, model } from "../../state/opened";
import { drawLaw, type LawModel, type LawRow } from "../../viz/drawLaw";
import { type DrawFigure, figureText, type FigureTable as Table } from "../../viz/figure";
import { PAGE } from "../../viz/tokens";
import { useRoom } from "../../viz/useRoom";
import { Drawing } from "../common/Drawing";
import { Figure } from "../common/Figure";
import { FigureTable } from "../common/FigureTable";
import { dataFact, modelFacts } from "../common/figureFacts";
import { signed } from "../common/format";
import { attributeName, sourceName } from "../common/sourceName";
import { viewsOf } from "../common/viewsOf";
import { Awaited } from "./Awaited";
import { measurement } from "./measure";
import { refusal } from "./methods";
import { isShuffled } from "./process";
import { Refused } from "./Refused";
import { lifts } from "./standing";
import { subject } from "./subject";

const lift = (value: number) => signed(value, 1);

export function Law() {
  const words = t().truth;
  const [box, { width }] = useRoom<HTMLDivElement>();
  const law = measurement.value?.law ?? null;
  const absent = model.value && refusal(model.value);
  const text = figureText(words.lawTitle, words.lawSub, [...modelFacts(subject.value), dataFact()]);
  if (absent) return <Refused class="truth-law" title={words.lawTitle} why={absent} />;
  const drawn = law && width > 0 ? drawLaw(lawModel(law), width, PAGE) : null;
  return (
    <div ref={box} class="truth-law">
      <Figure
        name="law"
        head={
          <>
            <h3>{words.lawTitle}</h3>
            <p>{words.lawSub}</p>
          </>
        }
        caption={text.caption}
        source={
          law &&
          (async (): Promise<DrawFigure> => {
            const { lawFigure } = await import("../../viz/lawFigure");
            return (size, theme) =>
              lawFigure({ ...text, model: lawModel(law), table: () => lawTable(law) }, size, theme);
          })
        }
        table={() => law && <FigureTable caption={words.lawTitle} table={lawTable(law)} />}
      >
        {drawn && <Drawing size={{ width, height: drawn.height }}>{drawn.drawing}</Drawing>}
        {!law && <Awaited otherwise={words.lawAwaited} />}
      </Figure>
      {law && <Reading law={law} />}
    </div>
  );
}

/** What two clicks have in common, by the name of the attribute in the data. */
function shared(attribute: number): string {
  const name = catalogue.value?.attributes[attribute]?.name ?? "";
  return t().truth.same[name] ?? t().truth.sameOther(attributeName(name));
}

function lawModel({ sources, layers, properties, position }: LawAnswer): LawModel {
  const words = t().truth;
  const views = viewsOf(sources);
  // Position has a law of its own: what clicks share says nothing to it.
  const bars = views.flatMap((view, at) => (view.kind === "position" ? [] : [{ view, at }]));
  const same = (value: number) => Array.from({ length: layers }, () => value);
  const rows = properties.map(({ attribute, planted, learned }): LawRow => {
    const name = catalogue.value?.attributes[attribute]?.name ?? "";
    return {
      name: shared(attribute),
      note: words.sameFor[name] ?? "",
      bars: [
        { source: null, values: same(planted), isPlanted: false },
        ...bars.map(({ view, at }) => ({
          source: view,
          values: learned.map((row) => row[at] ?? 0),
          isPlanted: planted > 0 && view.attribute === attribute,
        })),
      ],
    };
  });
  const place = views.find(({ kind }) => kind === "position");
  const back: LawRow[] = place
    ? [
        {
          name: words.back,
          note: words.backFor,
          bars: [
            { source: null, values: same(position.planted), isPlanted: false },
            { source: place, values: position.learned, isPlanted: true },
          ],
        },
      ]
    : [];
  return {
    layers: Array.from({ length: layers }, (_, layer) => words.layer(String(layer + 1))),
    rows: [...rows, ...back],
    words: { planted: words.plantedWord },
    signed: lift,
  };
}

function lawTable(law: LawAnswer): Table {
  const words = t().truth;
  const { layers, rows } = lawModel(law);
  const views = viewsOf(law.sources);
  return {
    columns: [
      { label: words.table.property },
      { label: words.table.planted, write: lift },
      ...layers.flatMap((_, layer) =>
        views.map((view) => ({ label: words.table.inLayer(sourceName(view), String(layer + 1)), write: lift })),
      ),
    ],
    rows: rows.map(({ name, bars }) => [
      name,
      bars[0]?.values[0] ?? null,
      ...layers.flatMap((_, layer) =>
        views.map(({ letter }) => bars.find(({ source }) => source?.letter === letter)?.values[layer] ?? null),
      ),
    ]),
  };
}

function Reading({ law }: { law: LawAnswer }) {
  const words = t().truth;
  const views = viewsOf(law.sources);
  const said = lifts(law).map(({ property, most, isOwn }) => {
    const view = most && views[most.source];
    if (!view) return words.lawRead.none(shared(property));
    const say = isOwn ? words.lawRead.own : words.lawRead.other;
    return say(shared(property), sourceName(view), lift(most.lift), String(most.layer + 1));
  });
  return (
    <p class="truth-reading" data-reads="law">
      {said.length > 0 && <b>{said.join(" ")} </b>}
      {isShuffled.value ? words.lawShuffled : words.lawNote}
    </p>
  );
}
