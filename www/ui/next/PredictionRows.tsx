import { useMemo } from "preact/hooks";
import { t } from "../../content";
import type { Catalogue, Prediction } from "../../engine.ts";
import { baseline } from "../../state/answers";
import { current } from "../../state/current";
import { engine } from "../../state/engine";
import { percent, percentNumber } from "../common/format";
import { itemName, valuesInWords } from "../common/itemWords";
import { Marked } from "../common/Marked";
import { Pictogram } from "../common/Pictogram";
import { addItem } from "../common/sessionActions";
import { useRoving } from "../common/useRoving";
import { barScale, type RankChange, rankChange } from "./rankChange";
import { useMovingRows } from "./useMovingRows";

/** The change as a mark with a number, and the same in words. */
function Change({ change }: { change: RankChange }) {
  const words = t().next;
  if (change.kind === "none") return <span class="rank-change" />;
  const up = change.kind === "moved" && change.places > 0;
  const [look, mark, said] =
    change.kind === "same"
      ? ["same", "=", words.same]
      : change.kind === "new"
        ? ["new", words.fresh, words.freshLong]
        : up
          ? ["up", `▲${change.places}`, words.up(change.places)]
          : ["down", `▼${-change.places}`, words.down(-change.places)];
  return (
    <span class="rank-change" data-change={look}>
      <span aria-hidden="true">{mark}</span>
      <span class="visually-hidden">, {said}</span>
    </span>
  );
}

interface Props {
  readonly data: Catalogue;
  readonly prediction: Prediction;
}

/** The list itself: each row is a button that adds its item. */
export function PredictionRows({ data, prediction }: Props) {
  const words = t().next;
  const top = prediction.top.slice(0, current.k.value);
  const length = barScale(top.flatMap((row) => [row.probability, row.true_probability]));
  const truth = current.quiz.value;
  const ranks = baseline.value?.ranks ?? null;
  const knowsTruth = top.some((row) => row.true_probability !== null);
  const status = engine.value.phase;
  const roving = useRoving<HTMLOListElement>("button", top.length, 0);
  const items = useMemo(
    () => prediction.top.slice(0, current.k.value).map((row) => row.item),
    [prediction, current.k.value],
  );
  useMovingRows(roving.ref, items);
  return (
    <>
      <div class="prediction-head">
        <span>
          <Marked text={words.probability} />
        </span>
        {knowsTruth && (
          <span class="true-key">
            <i />
            <Marked text={words.truth} />
          </span>
        )}
        <span class="head-percent" aria-hidden="true">
          {words.percent}
        </span>
        <span class="head-rank" aria-hidden="true">
          {words.rank}
        </span>
      </div>
      <ol
        class="predictions"
        aria-label={words.list}
        ref={roving.ref}
        onKeyDown={roving.onKeyDown}
        onFocusIn={roving.onFocusIn}
        data-stored={status === "loading" || status === "failed"}
      >
        {top.map((row, index) => {
          const item = data.items[row.item];
          const isTrue = truth?.revealed === true && truth.target === row.item;
          return (
            <li key={row.item}>
              <button
                type="button"
                class="prediction"
                tabIndex={roving.tabIndex(index)}
                data-true={isTrue}
                title={`${words.addHint}: ${t().session.tileTitle(itemName(data, row.item), item ? valuesInWords(data, item) : "")}`}
                onClick={() => addItem(row.item)}
              >
                <span class="prediction-rank">{index + 1}</span>
                <Pictogram item={item} />
                <span class="prediction-name">{itemName(data, row.item)}</span>
                <span class="bar" aria-hidden="true">
                  <i style={`width: ${length(row.probability).toFixed(2)}%`} />
                  {row.true_probability !== null && <b style={`left: ${length(row.true_probability).toFixed(2)}%`} />}
                </span>
                <span class="prediction-percent">
                  {percentNumber(row.probability)}
                  <span class="visually-hidden">
                    {" %"}
                    {row.true_probability !== null && `, ${words.rowTruth(percent(row.true_probability))}`}
                    {isTrue && `, ${words.isTrue}`}
                  </span>
                </span>
                <Change change={rankChange(index + 1, row.item, ranks)} />
              </button>
            </li>
          );
        })}
      </ol>
    </>
  );
}
