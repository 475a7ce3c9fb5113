// Where each model looks, and where A looks more or less than another. One focus moves through all maps of the page.
import { useLayoutEffect } from "preact/hooks";
import { t } from "../../content";
import type { Catalogue } from "../../engine.ts";
import { type PlacedCell, placeCell } from "../../state/cellPlaces";
import { drawSideFocus } from "../../viz/drawSide";
import { MapGrid } from "../../viz/MapGrid";
import type { SideLayout, SidePlace } from "../../viz/sideLayout";
import type { SideMap } from "../../viz/sideModel";
import { PAGE } from "../../viz/tokens";
import { inRem, useRoom } from "../../viz/useRoom";
import { Drawing } from "../common/Drawing";
import { Figure } from "../common/Figure";
import { decimal, signed } from "../common/format";
import { KeyWords } from "../common/KeyWords";
import { Marked } from "../common/Marked";
import { MapControls } from "./Controls";
import { noteOf, sideDrawing, sideFocus, sideLayout, sideModel, sideWidth } from "./drawnMaps";
import { sideSource, sideText } from "./figure";
import { free, isPinned, pin, place, pointTo } from "./focus";
import { MapTable } from "./MapTable";
import { columnName, rowName } from "./places";
import { LETTERS, partner, sides } from "./sides";
import { contrast, sideMaps } from "./views";

export function Maps({ data }: { data: Catalogue }) {
  const [box, { width }] = useRoom<HTMLDivElement>();
  useLayoutEffect(() => {
    sideWidth.value = width;
  }, [width]);
  const layout = sideLayout.value;
  return (
    <div ref={box}>
      <Figure
        name="side-maps"
        class="side-maps"
        head={
          <>
            <h3>{t().side.mapsTitle}</h3>
            <MapControls />
          </>
        }
        caption={sideText.value.caption}
        source={sideMaps.value.some((view) => view) ? sideSource : null}
        table={() => <MapTable data={data} />}
      >
        {layout && (
          <Drawing size={layout} moving={<Focus />} over={<Over data={data} layout={layout} />}>
            {sideDrawing.value}
          </Drawing>
        )}
      </Figure>
    </div>
  );
}

function Over({ data, layout }: { data: Catalogue; layout: SideLayout }) {
  return (
    <>
      <KeyWords place={layout.key} words={t().side.axes} />
      {layout.places.map(({ left, y, width, note }, index) =>
        note.length > 0 ? (
          <p key={index} class="side-note" style={{ left: inRem(left), top: inRem(y), width: inRem(width) }}>
            <Marked text={noteOf(sides.value[index]) || t().side.noDifference} />
          </p>
        ) : null,
      )}
      {layout.places.map((at, index) =>
        index < layout.places.length - 1 ? (
          <ModelGrid key={index} data={data} index={index} at={at} />
        ) : (
          <DifferenceGrid key={index} data={data} at={at} />
        ),
      )}
    </>
  );
}

/** All that moves. */
function Focus() {
  const [model, layout] = [sideModel.value, sideLayout.value];
  return model && layout && drawSideFocus(model, layout, sideFocus.value, isPinned.value, PAGE);
}

function ModelGrid({ data, index, at }: { data: Catalogue; index: number; at: SidePlace }) {
  const map = sideModel.value?.models[index];
  const slots = sideMaps.value[index]?.map.slots;
  if (!map || !slots) return null;
  return (
    <Grid
      data={data}
      id={`side-map-${index}`}
      label={t().side.mapLabel(LETTERS[index] ?? "", map.name)}
      map={map}
      at={at}
      index={index}
      write={decimal}
      toPlace={(cell) => placeCell(cell, slots)}
    />
  );
}

function DifferenceGrid({ data, at }: { data: Catalogue; at: SidePlace }) {
  const map = sideModel.value?.difference;
  const grid = contrast.value?.grid;
  if (!map || !grid) return null;
  return (
    <Grid
      data={data}
      id="side-difference"
      label={t().side.differenceLabel("A", LETTERS[partner.value] ?? "")}
      map={map}
      at={at}
      index={sides.value.length}
      write={signed}
      toPlace={({ row, column }) => ({ row: grid.rows[row] ?? "readout", column: grid.columns[column] ?? 0 })}
    />
  );
}

interface GridProps {
  readonly data: Catalogue;
  readonly id: string;
  readonly label: string;
  readonly map: SideMap;
  readonly at: SidePlace;
  /** Which of the maps it is. */
  readonly index: number;
  readonly write: (value: number) => string;
  readonly toPlace: (cell: { row: number; column: number }) => PlacedCell;
}

function Grid({ data, id, label, map, at, index, write, toPlace }: GridProps) {
  const cell = sideFocus.value[index] ?? null;
  if (!map.cells) return null;
  const { items, causal, value, written = value } = map.cells;
  const here = cell && written(cell.row, cell.column);
  return (
    <MapGrid
      id={id}
      label={label}
      place={at}
      size={items.length}
      causal={causal}
      holds={(row, column) => value(row, column) !== null}
      focus={here === null ? null : cell}
      pinned={isPinned.value}
      focusLabel={spoken(data, index, here === null ? t().side.blank : write(here))}
      onFocus={(next) => pointTo(next && toPlace(next))}
      onPin={(next) => pin(toPlace(next))}
      onFree={free}
    />
  );
}

/** The focus in words: who looks at what, and the number. The difference speaks as A does. */
function spoken(data: Catalogue, index: number, value: string): string {
  const at = place.value;
  const answer = (sides.value[index] ?? sides.value[0])?.answer;
  if (!at || !answer) return "";
  return t().whyMore.cellLabel(rowName(data, answer, at.row), columnName(data, answer, at.column), value);
}
