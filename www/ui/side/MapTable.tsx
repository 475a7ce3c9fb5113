// The numbers of the maps, a row of them at a time: what one item looks at in every model. Choosing a row points all maps at it.
import { useMemo } from "preact/hooks";
import { t } from "../../content";
import type { Catalogue } from "../../engine.ts";
import type { PlacedCell } from "../../state/cellPlaces";
import type { FigureTable as Table } from "../../viz/figure";
import { FigureTable } from "../common/FigureTable";
import { decimal, signed } from "../common/format";
import { Select } from "../common/Select";
import { weightAt, writtenDifference } from "./attention";
import { pin, place } from "./focus";
import { columnName, rowNames } from "./places";
import { answersWithMaps, LETTERS, partner } from "./sides";
import { contrast, sideMaps } from "./views";

const DIGITS = 3;

/** One row of the difference's grid by its place: the rounded numbers add up. */
function rowNumbers(data: Catalogue, wanted: number): Table {
  const { side: words, reading } = t();
  const now = contrast.value;
  const [answer] = answersWithMaps.value;
  const row = now?.grid.rows[wanted];
  if (!now || !answer || row === undefined) return { columns: [], rows: [] };
  const { grid, cells, left, right } = now;
  const maps = sideMaps.value;
  const write = (value: number) => decimal(value, DIGITS);
  const rows = grid.columns.flatMap((column, x) => {
    if ((cells[wanted * grid.size + x] ?? null) === null) return [];
    const at: PlacedCell = { row, column };
    const minus = writtenDifference(weightAt(left, at), weightAt(right, at), DIGITS);
    return [
      [columnName(data, answer, column), ...maps.flatMap((view) => (view ? [weightAt(view.map, at)] : [])), minus],
    ];
  });
  return {
    columns: [
      { label: reading.tableColumn },
      ...LETTERS.filter((_, index) => maps[index]).map((letter) => ({ label: letter, write })),
      { label: words.difference("A", LETTERS[partner.value] ?? ""), write: (value: number) => signed(value, DIGITS) },
    ],
    rows,
  };
}

export function MapTable({ data }: { data: Catalogue }) {
  const words = t().side;
  const grid = contrast.value?.grid;
  const at = place.value;
  const wanted = Math.max(0, grid && at ? grid.rows.indexOf(at.row) : 0);
  const maps = sideMaps.value;
  const table = useMemo(() => (grid ? rowNumbers(data, wanted) : null), [grid, maps, data, wanted, words]);
  if (!grid || !table) return <p class="note">{words.noDifference}</p>;
  const answers = answersWithMaps.value;
  return (
    <div>
      <Select
        label={t().reading.tableChoose}
        options={grid.rows.map((row, index) => ({ value: index, label: rowNames(data, answers, row) }))}
        value={wanted}
        onChange={(index) => {
          const [row, column] = [grid.rows[Number(index)], grid.columns[0]];
          if (row !== undefined && column !== undefined) pin({ row, column });
        }}
      />
      <FigureTable caption={words.tableMaps} table={table} />
    </div>
  );
}
