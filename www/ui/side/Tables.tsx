// The numbers of the lists as a real table.
import { t } from "../../content";
import type { Catalogue } from "../../engine.ts";
import { current } from "../../state/current";
import { DataTable } from "../common/DataTable";
import { count, percentNumber, signed } from "../common/format";
import { itemName } from "../common/itemWords";
import { union } from "./lists";
import { LETTERS, partner, sides } from "./sides";

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
