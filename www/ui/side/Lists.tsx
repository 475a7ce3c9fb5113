import { t } from "../../content";
import type { Catalogue } from "../../engine.ts";
import { current, set } from "../../state/current";
import { holder } from "../../state/holder";
import { LEAST_SYSTEMS } from "../../state/wishField";
import { Button } from "../common/Button";
import { count } from "../common/format";
import { itemName } from "../common/itemWords";
import { canGoTo, goTo } from "../common/navigation";
import { ColumnHead } from "./ColumnHead";
import { Lines } from "./Lines";
import { ListColumn } from "./ListColumn";
import { agreement } from "./lists";
import { LETTERS, partner, sides } from "./sides";
import { placed } from "./views";

/** The models' lists beside each other; between two of them, lines that join the same item. */
export function Lists({ data }: { data: Catalogue }) {
  const all = sides.value;
  const first = placed.value[0];
  const two = all.length === 2;
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard
    <section class="side-scroll" aria-label={t().panels.names.next.name} tabIndex={0}>
      <div class="side-columns" data-columns={all.length} style={`--digits: ${count(data.items.length - 1).length}`}>
        {all.map((side, index) => (
          <div class="side-column" key={side.slot}>
            <ColumnHead side={side} index={index} />
            <div class="side-list-frame">
              <ListColumn data={data} side={side} index={index} />
              {two && index === 0 && first && placed.value[1] && <Lines rows={first} />}
            </div>
          </div>
        ))}
      </div>
    </section>
  );
}

/** What the lists have in common, in sentences. */
export function Summary({ data, asTable }: { data: Catalogue; asTable: boolean }) {
  const words = t().side;
  const rows = placed.value[0];
  const other = LETTERS[partner.value] ?? "";
  if (!rows) return null;
  const { shared, same } = agreement(rows);
  return (
    <div class="side-summary">
      <p>
        <b>{words.shared(rows.length, "A", other, shared, same)}</b> {words.caution}
      </p>
      <Truth data={data} />
      {!asTable && <p class="note">{words.key(rows.length)}</p>}
      {canGoTo("compare") && (
        <Button class="side-test" look="quiet" icon="next" title={words.testTitle} onClick={compareThese}>
          {words.test}
        </Button>
      )}
    </div>
  );
}

/** The systems of these models, as what is to be compared; a comparison under way stays what it is. */
function compareThese(): void {
  const systems = [...new Set(sides.peek().map(({ choice }) => choice.system))];
  if (holder.peek() !== "compare" && systems.length >= LEAST_SYSTEMS) {
    set({ wish: { ...current.wish.peek(), systems } });
  }
  goTo("compare");
}

/** Where each model ranks the true next item, once the visitor has asked for it. */
function Truth({ data }: { data: Catalogue }) {
  const words = t().side;
  const known = current.quiz.value;
  if (!known?.revealed) return null;
  const ranks = sides.value.flatMap(({ answer }, index) => {
    const rank = answer?.list.ranks[known.target];
    const letter = LETTERS[index] ?? "";
    if (rank === undefined) return [];
    return [rank === 0 ? words.truthOut(letter) : words.truthRank(count(rank), letter)];
  });
  if (ranks.length === 0) return null;
  return <p>{words.truth(itemName(data, known.target), ranks.join(", "))}</p>;
}
