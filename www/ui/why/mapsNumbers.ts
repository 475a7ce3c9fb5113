// The numbers of the maps as tables and as matrices: what each item gets from each source, the sum, the attention weight.
import { t } from "../../content";
import { withoutMarks } from "../../content/marks";
import { isVisible } from "../../state/slots";
import { type FigureCell, type FigureColumn, type FigureTable, type Nested, SHARE } from "../../viz/figure";
import { decimal, signed } from "../common/format";
import { cellParts } from "../common/maps/cellParts";
import { layerName, nameOf } from "../common/maps/names";
import { nestedMaps } from "../common/maps/nestedMaps";
import { type MapSlice, sliceMaps } from "../common/maps/slice";
import { shown } from "./context";

/** Number in the session and name of what stands in a slot. */
export function slotName(at: number): string {
  const now = shown.value;
  return now ? `${now.step(at)} ${now.items[at]?.name ?? ""}`.trim() : "";
}

type Shown = NonNullable<typeof shown.value>;

function columnsOf({ slice, sources }: Shown): FigureColumn[] {
  const words = t().reading;
  const isScore = { write: (value: number) => signed(value) };
  return [
    { label: words.tableColumn },
    ...sources.map((source) => ({ label: withoutMarks(nameOf(source, sources.length)), ...isScore })),
    ...(slice.bias ? [{ label: words.bias, ...isScore }] : []),
    { label: withoutMarks(words.columnSum), ...isScore },
    { label: withoutMarks(words.columnWeight), unit: SHARE, write: (value: number) => decimal(value) },
  ];
}

/** What one item gets from each source, of every item that it may look at. */
function rowsOf({ maps }: Shown, slice: MapSlice, looks: number): FigureCell[][] {
  return Array.from({ length: slice.size }, (_, at) => at)
    .filter((at) => isVisible(looks, at, maps.causal))
    .map((at): FigureCell[] => {
      const cell = looks * slice.size + at;
      const parts = cellParts(slice, looks, at);
      return [slotName(at), ...parts, slice.fused[cell] ?? 0, slice.weights[cell] ?? 0];
    });
}

/** One row of the maps on screen. */
export function rowNumbers(row: number): FigureTable {
  const now = shown.value;
  return now ? { columns: columnsOf(now), rows: rowsOf(now, now.slice, row) } : { columns: [], rows: [] };
}

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
