// Every layer, head and source as small maps; one of them leads to its layer and head as large ones.
import { t } from "../../../content";
import { current, set } from "../../../state/current";
import { type Move, mapUnder, moveMap } from "../../../viz/allMapsLayout";
import type { AllPlace } from "../../../viz/allMapsModel";
import { drawAllFocus } from "../../../viz/drawAllMaps";
import { PAGE } from "../../../viz/tokens";
import { inRem } from "../../../viz/useRoom";
import { announce } from "../../common/Announcer";
import { Drawing } from "../../common/Drawing";
import { decimal, signed } from "../../common/format";
import { sliceMaps } from "../../common/maps/slice";
import { arriving } from "../arriving";
import { shown } from "../context";
import { allMapsDrawing, allMapsLayout, allMapsModel, allPlace, rangeOf, reached } from "./model";
import { extremesOf, type Peak, peaksOf } from "./peaks";
import "../../../styles/why-forms.css";

const MOVES: Readonly<Record<string, Move>> = {
  ArrowLeft: "left",
  ArrowRight: "right",
  ArrowUp: "up",
  ArrowDown: "down",
  Home: "start",
  End: "end",
};

export function AllMaps() {
  const layout = allMapsLayout.value;
  if (!layout) return null;
  const words = t().whyMore;
  return (
    <div class="why-all">
      <Drawing size={layout} moving={<Frames />} over={<Grid />}>
        {allMapsDrawing.value}
      </Drawing>
      <p class="why-form-where" aria-hidden="true">
        <Where />
      </p>
      <p class="why-form-reading" data-reading>
        <Reading />
      </p>
      <p class="note">{current.scale.value === "own" ? words.allHow : words.allHowShared}</p>
    </div>
  );
}

function Frames() {
  const [model, layout] = [allMapsModel.value, allMapsLayout.value];
  return model && layout && drawAllFocus(model, layout, allPlace.value, PAGE);
}

function said(place: AllPlace): string {
  const model = allMapsModel.value;
  const [head, column] = [model?.heads[place.head], model?.columns[place.column]];
  if (!model || !head || !column) return "";
  const [low, high] = rangeOf(model, head.values[place.column] ?? []);
  const write = column.ramp === "seq" ? decimal : signed;
  return t().whyMore.allCell(head.layerName, head.headName, column.name, write(low), write(high));
}

/** What the map under the pointer holds, for those who see it. */
function Where() {
  const place = allPlace.value;
  return <>{place ? said(place) : "\u00a0"}</>;
}

/** The layer and the head of a small map as large ones, and the keyboard with them. */
function open(place: AllPlace): void {
  const model = allMapsModel.peek();
  const head = model?.heads[place.head];
  if (!model || !head) return;
  arriving.value = place.column === model.columns.length - 1 ? "map-fused" : `map-${place.column}`;
  set({ layer: head.layer, head: head.head, mapForm: "maps" });
  announce(t().whyMore.allOpened(head.layerName, head.headName));
}

function Grid() {
  const [model, layout] = [allMapsModel.value, allMapsLayout.value];
  if (!model || !layout) return null;
  const [rows, columns] = [model.heads.length, model.columns.length];
  const place = allPlace.value ?? { head: model.current ?? 0, column: columns - 1 };
  const at = layout.places[place.head]?.[place.column];

  const under = (event: PointerEvent | MouseEvent): AllPlace | null => {
    if (!(event.currentTarget instanceof HTMLElement)) return null;
    const box = event.currentTarget.getBoundingClientRect();
    const scale = layout.width / box.width;
    return mapUnder(layout, (event.clientX - box.left) * scale, (event.clientY - box.top) * scale);
  };

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const move = MOVES[event.key];
    if (move) reached.value = moveMap(place, move, rows, columns);
    else if (event.key === "Enter" || event.key === " ") open(place);
    else return;
    event.preventDefault();
    event.stopPropagation();
  };

  const id = `all-${place.head}-${place.column}`;
  return (
    // biome-ignore lint/a11y/useSemanticElements: a grid of drawn maps, each of which is a table of its own
    <div
      id="all-maps"
      class="map all-maps-grid"
      role="grid"
      tabIndex={0}
      aria-label={t().whyMore.allLabel}
      aria-rowcount={rows}
      aria-colcount={columns}
      aria-activedescendant={id}
      style={{ left: 0, top: 0, width: inRem(layout.width), height: inRem(layout.height) }}
      onFocus={() => {
        reached.value = place;
      }}
      onPointerMove={(event) => {
        if (event.pointerType !== "mouse") return;
        const found = under(event);
        const now = reached.peek();
        if (found && (found.head !== now?.head || found.column !== now.column)) reached.value = found;
      }}
      onClick={(event) => {
        const found = under(event);
        if (found) open(found);
      }}
      onKeyDown={onKeyDown}
    >
      {/* biome-ignore lint/a11y/useSemanticElements: rows of drawn maps have no table around them */}
      {/* biome-ignore lint/a11y/useFocusableInteractive: the grid itself holds the focus */}
      <div role="row" aria-rowindex={place.head + 1}>
        {/* biome-ignore lint/a11y/useSemanticElements: neither have its cells */}
        {/* biome-ignore lint/a11y/useFocusableInteractive: the grid itself holds the focus */}
        <div
          id={id}
          class="map-focus"
          role="gridcell"
          aria-colindex={place.column + 1}
          aria-label={said(place)}
          style={{
            ...{ left: inRem(at?.x ?? 0), top: inRem(at?.y ?? 0) },
            ...{ width: inRem(layout.side), height: inRem(layout.side) },
          }}
        />
      </div>
    </div>
  );
}

/** Which head looks most narrowly from the row that is read out, and which least. */
function Reading() {
  const [now, model] = [shown.value, allMapsModel.value];
  if (!now || !model) return null;
  const words = t().whyMore;
  const { size } = model;
  const weights = model.heads.map(({ layer, head }) => sliceMaps(now.maps, layer, head).weights);
  const peaks = peaksOf(weights, size, size - 1);
  const place = (at: number) => words.allPlace(model.heads[at]?.layerName ?? "", model.heads[at]?.headName ?? "");
  const item = (at: number) => now.items[at]?.name ?? "–";
  const looks = item(size - 1);
  const at = ({ column }: Peak) => (column === size - 1 ? words.itself : item(column));
  const [only] = peaks;
  if (!only) return null;
  if (peaks.length === 1) return <>{words.allOne(looks, place(only.head), decimal(only.weight), at(only))}</>;
  const ends = extremesOf(peaks, decimal);
  if (!ends) return <>{words.allAlike(looks, decimal(only.weight))}</>;
  const { sharp, flat } = ends;
  const most = decimal(sharp.weight);
  return <>{words.allReading(looks, place(sharp.head), most, at(sharp), place(flat.head), decimal(flat.weight))}</>;
}
