// What stands below the list: the item that really came next, and how the list is cut.
import { t } from "../../content";
import type { Catalogue, Prediction } from "../../engine.ts";
import { current, set } from "../../state/current";
import { TOP_K } from "../../state/fields";
import { catalogue } from "../../state/opened";
import { Button } from "../common/Button";
import { FigureTools } from "../common/FigureTools";
import { count, percent } from "../common/format";
import { itemName } from "../common/itemWords";
import { Segmented } from "../common/Segmented";
import { Switch } from "../common/Switch";
import { reveal } from "../common/sessionStarts";
import { nextSource, nextText } from "./figures";
import "../../styles/next-more.css";

export function More({ data, list }: { data: Catalogue; list: Prediction }) {
  const words = t().nextMore;
  return (
    <>
      <Truth list={list} />
      <div class="next-controls">
        <Segmented
          label={words.count}
          options={TOP_K.map((value) => ({ value, label: String(value) }))}
          value={current.k.value}
          onChange={(value) => set({ k: value })}
        />
        <span class="figure-tools">
          <FigureTools name="next" source={() => nextSource(data, list)} />
        </span>
        <Switch label={words.excludeSeen} on={current.excludeSeen.value} onChange={(on) => set({ excludeSeen: on })} />
      </div>
      <p class="figure-caption">{nextText().caption}</p>
    </>
  );
}

/** The true next item of a real session: hidden until asked for. */
function Truth({ list }: { list: Prediction }) {
  const words = t().nextMore;
  const known = current.quiz.value;
  const data = catalogue.value;
  if (!known || !data) return null;
  if (!known.revealed) {
    return (
      <p class="next-truth">
        {words.realNote}{" "}
        <Button look="link" onClick={() => reveal(known)}>
          {words.reveal}
        </Button>
      </p>
    );
  }
  const name = itemName(data, known.target);
  const rank = list.ranks[known.target] ?? 0;
  const shown = list.top.find((row) => row.item === known.target);
  const items = count(data.items.length - 1);
  const said =
    rank === 0
      ? words.revealedExcluded(name)
      : shown
        ? words.revealed(name, count(rank), items, percent(shown.probability))
        : words.revealedPlain(name, count(rank), items);
  return (
    <p class="next-truth" role="status">
      <b>{said}</b>
    </p>
  );
}
