// Where the items end up: their vectors on two axes before and after training, what neighbours share, and the session as a path.
import { useEffect, useLayoutEffect, useMemo } from "preact/hooks";
import { t } from "../../content";
import type { PanelParts } from "../../panels";
import { current, set } from "../../state/current";
import { catalogue, loaded, model } from "../../state/opened";
import type { Question } from "../../state/question";
import { drawLit } from "../../viz/drawItemMap";
import { PAGE } from "../../viz/tokens";
import { useRoom } from "../../viz/useRoom";
import { Button } from "../common/Button";
import { Drawing } from "../common/Drawing";
import { Figure } from "../common/Figure";
import { FigureTable } from "../common/FigureTable";
import { inWords } from "../common/failures";
import { count } from "../common/format";
import { Later } from "../common/Later";
import { Marked } from "../common/Marked";
import { Nothing } from "../common/Nothing";
import { canGoTo, goTo } from "../common/navigation";
import { Segmented } from "../common/Segmented";
import { sourceName } from "../common/sourceName";
import { attributeSources } from "../common/sources";
import { after, before, show } from "./answers";
import { by } from "./choice";
import { mapSource, mapTable, mapText, tableCaption } from "./figures";
import { answeredMaps, itemMapDrawing, itemMapLayout, itemMapModel, lit, mapRoom } from "./model";
import { Nearest } from "./Nearest";
import { Points } from "./Points";
import { dimensions, Note, Sentence } from "./Sentence";
import { Values } from "./Values";
import "../../styles/map.css";

export const mapPanel: PanelParts = { Body, Lede };

function Lede() {
  const numbers = dimensions();
  const words = t().map;
  return (
    <p class="lede">
      <Marked text={numbers === null ? words.ledeBare : words.lede(count(numbers))} />
    </p>
  );
}

function Body() {
  useEffect(show, []);
  return <div class="item-map">{!loaded.value && catalogue.value ? <NoModel /> : <Maps />}</div>;
}

function NoModel() {
  const words = t().map;
  return (
    <Nothing text={words.noModel}>
      {canGoTo("train") && <Button onClick={() => goTo("train")}>{words.goTrain}</Button>}
    </Nothing>
  );
}

/** Why a map is missing, and another try. */
function Failed({ of, title }: { of: Pick<Question<unknown>, "failure" | "again">; title: string }) {
  const failure = of.failure.value;
  if (!failure) return null;
  return (
    <Nothing text={`${title}. ${t().map.failed(inWords(failure))}`} isAlert>
      <Button onClick={of.again}>{t().common.tryAgain}</Button>
    </Nothing>
  );
}

function Maps() {
  const words = t().map;
  const [box, { width }] = useRoom<HTMLDivElement>();
  useLayoutEffect(() => {
    mapRoom.value = width;
  }, [width]);
  const few = (catalogue.value?.items.length ?? 0) < 3;
  // Both at once: a map that came later would push the first one aside.
  const isThere = (question: Pick<Question<unknown>, "value" | "failure">) =>
    question.value.value !== null || question.failure.value !== null;
  const isWaiting = !isThere(before) || !isThere(after);
  return (
    <div ref={box}>
      <Failed of={before} title={words.before} />
      <Failed of={after} title={words.afterSome} />
      {few && <Nothing text={words.few} />}
      {!few && isWaiting && <Nothing text={model.value ? words.waiting : t().panels.waiting} />}
      {!isWaiting && itemMapModel.value && (
        <>
          <MapFigure />
          <Later>
            <Sentence />
            <Note />
          </Later>
          <Later>
            <Nearest />
          </Later>
        </>
      )}
    </div>
  );
}

function MapFigure() {
  const layout = itemMapLayout.value;
  return (
    <Figure name="map" head={<Controls />} caption={mapText().caption} source={mapSource} table={() => <Table />}>
      {layout && (
        <Drawing size={layout} moving={<Lit />} over={<Over />}>
          {itemMapDrawing.value}
        </Drawing>
      )}
    </Figure>
  );
}

function Controls() {
  const sources = attributeSources(catalogue.value?.attributes ?? []);
  const now = by.value;
  return (
    <div class="map-controls">
      {sources.length > 1 && now && (
        <Segmented
          label={t().map.by}
          options={sources.map((source) => ({ value: source.letter, label: sourceName(source), source }))}
          value={now.letter}
          onChange={(mapBy) => set({ mapBy })}
        />
      )}
      <Values key={current.mapBy.value} />
    </div>
  );
}

function Lit() {
  const [drawn, layout] = [itemMapModel.value, itemMapLayout.value];
  return drawn && layout && drawLit(drawn, layout, lit.value, PAGE);
}

function Over() {
  return (
    <>
      {itemMapLayout.value?.parts.map((part, index) => (
        <Points key={index} index={index} title={itemMapModel.value?.maps[index]?.title ?? ""} part={part} />
      ))}
    </>
  );
}

function Table() {
  const [maps, source] = [answeredMaps.value, by.value];
  const table = useMemo(() => mapTable(false), [maps, source]);
  return <FigureTable caption={tableCaption()} table={table} />;
}
