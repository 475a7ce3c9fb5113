// The numbers of the maps for files: every row of them, of the layer and head on screen or of all, as a table and as matrices.
import { t } from "../../content";
import { withoutMarks } from "../../content/marks";
import type { FigureCell, FigureTable, Nested } from "../../viz/figure";
import { layerName, nameOf } from "../common/maps/names";
import { nestedMaps } from "../common/maps/nestedMaps";
import { type MapSlice, sliceMaps } from "../common/maps/slice";
import { shown } from "./context";
import { columnsOf, rowsOf, type Shown, slotName } from "./mapsNumbers";

/** All rows with the item that looks in front: 200 items look 20,100 times, which a file can hold and a page should not. */
function allRows(now: Shown, slice: MapSlice): FigureCell[][] {
  return Array.from({ length: slice.size }, (_, looks) => looks).flatMap((looks) =>
    rowsOf(now, slice, looks).map((row) => [slotName(looks), ...row]),
  );
}

/** The maps on screen, whole. */
export function mapsNumbers(): FigureTable {
  const now = shown.value;
  if (!now) return { columns: [], rows: [] };
  return { columns: [{ label: t().reading.tableRow }, ...columnsOf(now)], rows: allRows(now, now.slice) };
}

/** Every layer and head: its names, its maps. */
function everyHead({ maps }: Shown) {
  return Array.from({ length: maps.layers * maps.heads }, (_, at) => {
    const [layer, head] = [Math.floor(at / maps.heads), at % maps.heads];
    return { layer: layerName(maps.stacks, layer), head: String(head + 1), slice: sliceMaps(maps, layer, head) };
  });
}

export function everyNumbers(): FigureTable {
  const { facts } = t().figure;
  const now = shown.value;
  if (!now) return { columns: [], rows: [] };
  return {
    columns: [{ label: facts.layer }, { label: facts.head }, { label: t().reading.tableRow }, ...columnsOf(now)],
    rows: everyHead(now).flatMap(({ layer, head, slice }) => allRows(now, slice).map((row) => [layer, head, ...row])),
  };
}

const named = ({ sources }: Shown) =>
  sources.map((source) => ({ letter: source.letter, name: withoutMarks(nameOf(source, sources.length)) }));

const itemsOf = ({ maps }: Shown) => maps.items.map((id, at) => ({ id, name: slotName(at) }));

/** The same as matrices. */
export function nestedNumbers(): Nested {
  const now = shown.value;
  return now && { items: itemsOf(now), ...nestedMaps(now.slice, named(now), now.maps.causal) };
}

export function everyNested(): Nested {
  const now = shown.value;
  if (!now) return null;
  const maps = everyHead(now).map(({ layer, head, slice }) => ({
    ...{ layer, head },
    ...nestedMaps(slice, named(now), now.maps.causal),
  }));
  return { items: itemsOf(now), maps };
}
