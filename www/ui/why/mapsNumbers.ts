// The numbers of the maps as a table: what each item gets from each source, the sum, the attention weight.
import { t } from "../../content";
import { withoutMarks } from "../../content/marks";
import { isVisible } from "../../state/slots";
import type { FigureCell, FigureTable } from "../../viz/figure";
import { decimal, signed } from "../common/format";
import { cellParts } from "../common/maps/cellParts";
import { nameOf } from "../common/maps/names";
import { shown } from "./context";

/** Number in the session and name of what stands in a slot. */
export function slotName(at: number): string {
  const now = shown.value;
  return now ? `${now.step(at)} ${now.items[at]?.name ?? ""}`.trim() : "";
}

/** One row of the maps, or all of them with the item that looks in front: 200 items look 20,100 times, which a file can hold and a
 *  page should not. */
export function mapsNumbers(row: number | "all"): FigureTable {
  const words = t().reading;
  const now = shown.value;
  if (!now) return { columns: [], rows: [] };
  const { slice, sources, maps } = now;
  const isScore = { write: (value: number) => signed(value) };
  const columns = [
    ...(row === "all" ? [{ label: words.tableRow }] : []),
    { label: words.tableColumn },
    ...sources.map((source) => ({ label: withoutMarks(nameOf(source, sources.length)), ...isScore })),
    ...(slice.bias ? [{ label: words.bias, ...isScore }] : []),
    { label: withoutMarks(words.columnSum), ...isScore },
    { label: withoutMarks(words.columnWeight), write: (value: number) => decimal(value) },
  ];
  const wanted = row === "all" ? Array.from({ length: slice.size }, (_, index) => index) : [row];
  const rows = wanted.flatMap((looks) =>
    Array.from({ length: slice.size }, (_, at) => at)
      .filter((at) => isVisible(looks, at, maps.causal))
      .map((at): FigureCell[] => {
        const cell = looks * slice.size + at;
        const parts = cellParts(slice, looks, at);
        const names = row === "all" ? [slotName(looks), slotName(at)] : [slotName(at)];
        return [...names, ...parts, slice.fused[cell] ?? 0, slice.weights[cell] ?? 0];
      }),
  );
  return { columns, rows };
}
