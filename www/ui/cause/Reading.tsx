// What the rows of a figure say, in one sentence: what the item would lose most without.
import type { ComponentChildren } from "preact";
import { Fill } from "../common/Fill";
import { count } from "../common/format";
import { percentBeside } from "../common/written";
import { type Standing, strongest } from "./clicks";
import { nameOf } from "./context";
import { ItemName } from "./ItemName";

type Say = (left: string, item: string) => string;

interface Props<Row> {
  readonly words: {
    readonly falls: Say;
    readonly fallsStays: Say;
    readonly rises: Say;
    readonly risesStays: Say;
    readonly still: (item: string) => string;
  };
  readonly item: number;
  readonly base: Standing;
  readonly rows: readonly Row[];
  readonly without: (row: Row) => Standing;
  /** The place in the sentence of what is left out, and what stands there. */
  readonly place: "click" | "source";
  readonly name: (row: Row) => string;
  readonly named: (row: Row) => ComponentChildren;
}

export function Reading<Row>({ words, item, base, rows, without, place, name, named }: Props<Row>) {
  const most = strongest(base, rows, without);
  const [called, drawn] = [nameOf(item), <ItemName key="item" id={item} />];
  if (!most) {
    return (
      <p class="cause-say" data-reading>
        <Fill text={words.still(called)} parts={{ item: drawn }} />
      </p>
    );
  }
  const now = without(most.row);
  const stays = now.place === base.place;
  const say = most.falls ? (stays ? words.fallsStays : words.falls) : stays ? words.risesStays : words.rises;
  const parts = {
    item: drawn,
    [place]: named(most.row),
    from: percentBeside(base.probability, base.probability),
    to: <b>{percentBeside(now.probability, base.probability)}</b>,
    rank: count(base.place),
    place: <b>{count(now.place)}</b>,
  };
  return (
    <p class="cause-say" data-reading>
      <Fill text={say(name(most.row), called)} parts={parts} />
    </p>
  );
}
