// The lists as numbers and as a figure for files.
import { t } from "../../content";
import type { Catalogue } from "../../engine.ts";
import { current } from "../../state/current";
import { type DrawFigure, type FigureTable, type FigureText, figureText } from "../../viz/figure";
import { LINE_LOOKS } from "../../viz/lineLooks";
import type { ListColumn, ListRow } from "../../viz/listsFigure";
import { candidateFacts } from "../common/figureFacts";
import { count, percentNumber, signed } from "../common/format";
import { itemSign } from "../common/itemSign";
import { itemName } from "../common/itemWords";
import { choiceName } from "./ColumnHead";
import { sideFacts } from "./figure";
import { type PlacedItem, union } from "./lists";
import { LETTERS, partner, sides } from "./sides";
import { opponentOf, placed } from "./views";

export const listsText = (): FigureText => figureText(t().side.tableLists, "", [...sideFacts(), ...candidateFacts()]);

const letterOf = (index: number): string => LETTERS[index] ?? "";

/** Every item among the first rows of any list. */
export function listNumbers(data: Catalogue): FigureTable {
  const words = t().side;
  const answers = sides.value.flatMap(({ answer }, index) => (answer ? [{ answer, letter: letterOf(index) }] : []));
  const [a, b] = [0, partner.value].map((at) => answers.findIndex(({ letter }) => letter === LETTERS[at]));
  const rows = union(
    answers.map(({ answer }) => answer.list),
    current.k.value,
  );
  return {
    columns: [
      { label: words.tableItem },
      ...answers.flatMap(({ letter }) => [
        { label: words.tableRank(letter), write: count },
        { label: words.tableProbability(letter), times: 100, write: (value: number) => percentNumber(value, 2) },
      ]),
      { label: words.tablePlaces(letterOf(partner.value)), write: (value) => signed(value, 0) },
    ],
    rows: rows.map(({ item, ranks, probabilities }) => {
      // 0: no candidate.
      const [left, right] = [ranks[a ?? -1] ?? 0, ranks[b ?? -1] ?? 0];
      return [
        itemName(data, item),
        ...ranks.flatMap((rank, index) => [rank || null, probabilities[index] ?? null]),
        left === 0 || right === 0 ? null : right - left,
      ];
    }),
  };
}

function rowOf(data: Catalogue, row: PlacedItem): ListRow {
  const { item, probability, elsewhere, places, only } = row;
  const moved = places > 0 ? `▲${count(places)}` : `▼${count(-places)}`;
  const isThere = elsewhere > 0;
  return {
    ...itemSign(data.items[item]),
    name: itemName(data, item),
    percent: percentNumber(probability),
    elsewhere: isThere ? count(elsewhere) : "",
    places: !isThere ? "–" : places === 0 ? "=" : moved,
    way: places > 0 ? 1 : places < 0 ? -1 : 0,
    to: only ? null : elsewhere,
    only,
  };
}

export async function listsSource(data: Catalogue): Promise<DrawFigure> {
  const { listsFigure } = await import("../../viz/listsFigure");
  const columns = sides.peek().map(
    ({ choice }, index): ListColumn => ({
      letter: letterOf(index),
      name: choiceName(choice),
      look: LINE_LOOKS[index] ?? null,
      other: t().side.rankIn(letterOf(opponentOf(index))),
      rows: (placed.peek()[index] ?? []).map((row) => rowOf(data, row)),
    }),
  );
  const [text, table] = [listsText(), listNumbers(data)];
  return (size, theme) => listsFigure({ ...text, columns, percent: "%", table: () => table }, size, theme);
}
