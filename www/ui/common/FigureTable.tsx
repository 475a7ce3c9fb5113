import type { FigureTable as Table } from "../../viz/figure";
import { DataTable } from "./DataTable";

/** The numbers of a figure as the page writes them. */
export function FigureTable({ caption, table }: { caption: string; table: Table }) {
  return (
    <DataTable
      caption={caption}
      columns={table.columns.map(({ label, write }) => ({ label, numeric: write !== undefined }))}
      rows={table.rows.map((row) =>
        row.map((cell, index) => {
          if (cell === null || (typeof cell === "number" && !Number.isFinite(cell))) return "–";
          if (typeof cell === "number") return table.columns[index]?.write?.(cell) ?? String(cell);
          return typeof cell === "string" ? cell : cell.join(", ");
        }),
      )}
    />
  );
}
