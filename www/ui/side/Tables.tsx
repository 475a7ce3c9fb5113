// The numbers of the lists and maps as real tables.
import { useMemo } from "preact/hooks";
import { t } from "../../content";
import type { Catalogue } from "../../engine.ts";
import { current } from "../../state/current";
import type { PlacedCell } from "../../state/slots";
import { DataTable } from "../common/DataTable";
import { count, decimal, percentNumber, signed } from "../common/format";
import { itemName } from "../common/itemWords";
import { weightAt } from "./attention";
import { union } from "./lists";
import { columnName, rowNames } from "./places";
import { LETTERS, partner, sides } from "./sides";
import { contrast, sideMaps } from "./views";

export function ListTable({ data }: { data: Catalogue }) {
  const words = t().side;
  const answers = sides.value.flatMap(({ answer }, index) =>
    answer ? [{ answer, letter: LETTERS[index] ?? "" }] : [],
  );
  const other = LETTERS[partner.value] ?? "";
  const [a, b] = [0, partner.value].map((at) => answers.findIndex(({ letter }) => letter === LETTERS[at]));
  const rows = union(
    answers.map(({ answer }) => answer.list),
    current.k.value,
  );
  const columns = [
    { label: words.tableItem },
    ...answers.flatMap(({ letter }) => [
      { label: words.tableRank(letter), numeric: true },
      { label: words.tableProbability(letter), numeric: true },
    ]),
    { label: words.tablePlaces(other), numeric: true },
  ];
  return (
    <DataTable
      caption={words.tableLists}
      columns={columns}
      rows={rows.map(({ item, ranks, probabilities }) => {
        const [left, right] = [ranks[a ?? -1] ?? 0, ranks[b ?? -1] ?? 0];
        return [
          itemName(data, item),
          ...ranks.flatMap((rank, index) => {
            const probability = probabilities[index] ?? null;
            return [rank === 0 ? "–" : count(rank), probability === null ? "–" : percentNumber(probability, 2)];
          }),
          left === 0 || right === 0 ? "–" : signed(right - left, 0),
        ];
      })}
    />
  );
}

export function MapTable({ data }: { data: Catalogue }) {
  const words = t().side;
  const now = contrast.value;
  const maps = sideMaps.value;
  const all = sides.value;
  const other = LETTERS[partner.value] ?? "";
  const rows = useMemo(() => {
    const answers = all.flatMap(({ answer }) => (answer && answer.maps.layers > 0 ? [answer] : []));
    const [answer] = answers;
    if (!now || !answer) return [];
    const { grid, cells } = now;
    return grid.rows.flatMap((row, y) =>
      grid.columns.flatMap((column, x) => {
        const value = cells[y * grid.size + x] ?? null;
        if (value === null) return [];
        const at: PlacedCell = { row, column };
        const weights = maps.flatMap((view) => {
          if (!view) return [];
          const weight = weightAt(view.map, at);
          return [weight === null ? "–" : decimal(weight, 3)];
        });
        return [[rowNames(data, answers, row), columnName(data, answer, column), ...weights, signed(value, 3)]];
      }),
    );
  }, [now, maps, all, data, words]);
  if (rows.length === 0) return <p class="note">{words.noDifference}</p>;
  const letters = LETTERS.filter((_, index) => maps[index]);
  return (
    <div class="side-table-long">
      <DataTable
        caption={words.tableMaps}
        columns={[
          { label: words.tableLooks },
          { label: words.tableAt },
          ...letters.map((letter) => ({ label: letter, numeric: true })),
          { label: words.difference("A", other), numeric: true },
        ]}
        rows={rows}
      />
    </div>
  );
}
