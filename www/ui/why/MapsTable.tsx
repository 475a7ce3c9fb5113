// The same numbers as the maps, as a table: one row per pair of items that may look.
import { useMemo } from "preact/hooks";
import { t } from "../../content";
import { isVisible } from "../../state/slots";
import { DataTable } from "../common/DataTable";
import { decimal, signed } from "../common/format";
import { layerName, nameOf } from "../common/maps/names";
import { cellParts } from "../common/maps/slice";
import { shown } from "./context";

export function MapsTable() {
  const now = shown.value;
  const words = t().why;
  const table = useMemo(() => {
    if (!now) return null;
    const { slice, sources, items } = now;
    const label = (at: number) => `${now.step(at)} ${items[at]?.name ?? ""}`.trim();
    const numeric = [
      ...sources.map((source) => nameOf(source, sources.length)),
      ...(slice.bias ? [words.bias] : []),
      words.columnSum,
      words.columnWeight,
    ].map((name) => ({ label: name, numeric: true }));
    const rows: string[][] = [];
    for (let row = 0; row < slice.size; row++) {
      for (let column = 0; column < slice.size; column++) {
        if (!isVisible(row, column, now.maps.causal)) continue;
        const at = row * slice.size + column;
        rows.push([
          label(row),
          label(column),
          ...cellParts(slice, row, column).map((part) => signed(part)),
          signed(slice.fused[at] ?? 0),
          decimal(slice.weights[at] ?? 0),
        ]);
      }
    }
    return { columns: [{ label: words.tableRow }, { label: words.tableColumn }, ...numeric], rows };
  }, [now, words]);
  if (!now || !table) return null;
  const head = now.head === "mean" ? words.mean : String(now.head + 1);
  return (
    <div class="maps-table">
      <DataTable
        caption={words.tableCaption(layerName(now.maps.stacks, now.layer), head)}
        columns={table.columns}
        rows={table.rows}
      />
    </div>
  );
}
