// The head of a column: which model it is, what it knows of side information, and the ways to change it.

import { t } from "../../content";
import { marked, withoutMarks } from "../../content/marks";
import type { ModelSummary } from "../../engine.ts";
import { choices } from "../../state/choices";
import type { Choice } from "../../state/shelf";
import { LINE_LOOKS, lineKey } from "../../viz/lineLooks";
import { PAGE } from "../../viz/tokens";
import { useRoom } from "../../viz/useRoom";
import { announce } from "../common/Announcer";
import { IconButton } from "../common/Button";
import { count } from "../common/format";
import { fraction } from "../common/formatMore";
import { Marked } from "../common/Marked";
import { Select } from "../common/Select";
import { entersInWords } from "../common/systemWords";
import { FEWEST, LETTERS, removeSide, replaceSide, type Side, sides, swapWithFirst } from "./sides";

export function choiceName(choice: Choice): string {
  return choice.label === "" ? choice.name : t().side.mine(choice.name, choice.label);
}

/** The line that tells this model from the others, as over its map and in the charts. */
function SideLine({ index }: { index: number }) {
  const [ref, { width }] = useRoom<HTMLDivElement>();
  const paint = { colour: PAGE("ink"), paper: PAGE("paper") };
  return (
    <div class="side-line" ref={ref}>
      {width > 0 && (
        <svg viewBox={`0 0 ${width} 10`} aria-hidden="true" focusable="false">
          {lineKey(LINE_LOOKS[index] ?? null, 0, 5, width, paint, PAGE("stroke-data"))}
        </svg>
      )}
    </div>
  );
}

/** NDCG@10 on the test sessions, as the weights' own record has it. */
function ndcg(summary: ModelSummary): string | null {
  const kept = summary.metrics.test?.kept;
  const at = kept?.k.indexOf(10) ?? -1;
  const [value, error] = [kept?.ndcg[at], kept?.ndcg_se[at]];
  return value === undefined || error === undefined ? null : `${fraction(value)} ± ${fraction(error)}`;
}

export function ColumnHead({ side, index }: { side: Side; index: number }) {
  const words = t().side;
  const letter = LETTERS[index] ?? "";
  const others = sides.value.filter((other) => other !== side).map(({ choice }) => choice.key);
  const options = choices.value.map((choice) => ({
    value: choice.key,
    label: choiceName(choice),
    disabled: others.includes(choice.key),
  }));
  const { summary } = side;
  const reached = summary && ndcg(summary);
  // A term explains itself where it stands first.
  const said = (text: string) => (index === 0 ? <Marked text={text} /> : withoutMarks(text));
  return (
    <header class="side-head-column">
      <SideLine index={index} />
      <div class="side-pick">
        <b class="side-letter" aria-hidden="true">
          {letter}
        </b>
        <Select
          label={words.model(letter)}
          hideLabel
          options={options}
          value={side.choice.key}
          onChange={(key) => {
            const choice = choices.value.find((one) => one.key === key);
            if (choice) replaceSide(index, choice);
          }}
        />
        {index > 0 && (
          <IconButton
            icon="swap"
            label={words.swap(letter)}
            onClick={() => {
              swapWithFirst(index);
              announce(words.swapped(choiceName(side.choice)));
            }}
          />
        )}
        {sides.value.length > FEWEST && (
          <IconButton icon="close" label={words.remove(letter)} onClick={() => removeSide(index)} />
        )}
      </div>
      <p class="side-facts">
        {summary ? (
          <>
            <span>
              {withoutMarks(t().models.enters.title)}: {entersInWords(summary.system)}
            </span>
            <span>{said(words.parameters(count(summary.parameters)))}</span>
            {reached && (
              <span title={words.ndcgTitle}>
                {said(marked("ndcg", t().models.ndcgAt("")))} {reached}
              </span>
            )}
          </>
        ) : (
          !side.failure && <span>{words.loading}</span>
        )}
      </p>
    </header>
  );
}
