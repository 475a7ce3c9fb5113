// One model's next items, each with its rank in the list it is measured against.
import { t } from "../../content";
import type { Catalogue } from "../../engine.ts";
import { current, session } from "../../state/current";
import { Button } from "../common/Button";
import { inWords } from "../common/failures";
import { count, percentNumber } from "../common/format";
import { itemName } from "../common/itemWords";
import { Nothing } from "../common/Nothing";
import { Pictogram } from "../common/Pictogram";
import { choiceName } from "./ColumnHead";
import type { PlacedItem } from "./lists";
import { LETTERS, retrySide, type Side } from "./sides";
import { hoveredItem, opponentOf, placed } from "./views";

interface Props {
  readonly data: Catalogue;
  readonly side: Side;
  readonly index: number;
}

export function ListColumn({ data, side, index }: Props) {
  const words = t().side;
  const rows = placed.value[index];
  const letter = LETTERS[index] ?? "";
  const other = LETTERS[opponentOf(index)] ?? "";
  if (side.failure) {
    return (
      <Nothing text={words.failed(inWords(side.failure))}>
        <Button onClick={() => retrySide(side.slot)}>{t().common.tryAgain}</Button>
      </Nothing>
    );
  }
  // Nothing was asked: over the columns it says what to do.
  if (session.value.length === 0) return null;
  if (!rows) return <Nothing text={words.answering} />;
  return (
    <>
      <p class="side-list-head" aria-hidden="true">
        <span>%</span>
        <span>{words.rankIn(other)}</span>
      </p>
      <ol aria-label={words.list(letter, choiceName(side.choice))}>
        {rows.map((row) => (
          <Row key={row.item} data={data} row={row} other={other} k={rows.length} />
        ))}
      </ol>
    </>
  );
}

interface RowProps {
  readonly data: Catalogue;
  readonly row: PlacedItem;
  readonly other: string;
  readonly k: number;
}

function Row({ data, row, other, k }: RowProps) {
  const truth = current.quiz.value;
  const isTrue = truth?.revealed === true && truth.target === row.item;
  const name = itemName(data, row.item);
  return (
    <li
      class="side-row"
      data-only={row.only}
      data-hovered={hoveredItem.value === row.item}
      data-true={isTrue}
      onPointerEnter={() => {
        hoveredItem.value = row.item;
      }}
      onPointerLeave={() => {
        hoveredItem.value = null;
      }}
    >
      <span class="side-rank">{row.rank}</span>
      <Pictogram item={data.items[row.item]} />
      <span class="side-name" title={name}>
        {name}
      </span>
      <span class="side-percent">
        {percentNumber(row.probability)}
        <span class="visually-hidden">
          {" %"}
          {isTrue && `, ${t().next.isTrue}`}
        </span>
      </span>
      <Mark row={row} other={other} k={k} />
    </li>
  );
}

/** The rank in the other list and the difference in places, as numbers with a mark; the same in words. */
function Mark({ row, other, k }: Omit<RowProps, "data">) {
  const words = t().side;
  const { elsewhere, places, only } = row;
  if (elsewhere === 0) return <span class="side-mark">{words.noCandidate}</span>;
  const rank = count(elsewhere);
  const said =
    places === 0
      ? words.same(other)
      : places > 0
        ? words.higher(places, other, rank)
        : words.lower(-places, other, rank);
  const shown = places === 0 ? "=" : places > 0 ? `▲${count(places)}` : `▼${count(-places)}`;
  return (
    <span class="side-mark" title={only ? `${said}; ${words.only(k, other)}` : said}>
      <span class="side-elsewhere" aria-hidden="true">
        {only && <i class="side-ring" />}
        {rank}
      </span>
      <span class="side-places" data-way={Math.sign(places)} aria-hidden="true">
        {shown}
      </span>
      <span class="visually-hidden">
        , {said}
        {only && `, ${words.only(k, other)}`}
      </span>
    </span>
  );
}
