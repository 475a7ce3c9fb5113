// The numbers of the maps as a table: what an item gets from each source, the sum, the attention weight.
import { t } from "../../content";
import { withoutMarks } from "../../content/marks";
import { isVisible } from "../../state/slots";
import { type FigureCell, type FigureColumn, type FigureTable, SHARE } from "../../viz/figure";
import { decimal, signed } from "../common/format";
import { cellParts } from "../common/maps/cellParts";
import { nameOf } from "../common/maps/names";
import type { MapSlice } from "../common/maps/slice";
import { shown } from "./context";

/** Number in the session and name of what stands in a slot. */
export function slotName(at: number): string {
  const now = shown.value;
  return now ? `${now.step(at)} ${now.items[at]?.name ?? ""}`.trim() : "";
}

export type Shown = NonNullable<typeof shown.value>;

export function columnsOf({ slice, sources }: Shown): FigureColumn[] {
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
export function rowsOf({ maps }: Shown, slice: MapSlice, looks: number): FigureCell[][] {
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
