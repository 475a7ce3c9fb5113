// What the numbers do not say: after the softmax, the paper's figure, and that more rank is not shown to be better.
import { t } from "../../content";
import { count } from "../common/format";
import { SpectrumDrawing } from "../common/SpectrumDrawing";
import { Bounds } from "./Bounds";
import { spectrumOf } from "./figures";
import { NarrowCost } from "./NarrowCost";
import type { Side } from "./shown";
import { slotsInWords } from "./words";

const HEIGHT = 240;

export function Notes({ sides }: { sides: readonly Side[] }) {
  const words = t().rank;
  return (
    <div class="rank-notes">
      <NarrowCost />
      <p class="note">{words.caution}</p>
      <p class="note">{words.position}</p>
      <Bounds sides={sides} />
      <After sides={sides} />
      <Paper sides={sides} />
    </div>
  );
}

/** Only behind its explanation: by itself it would look as if nothing were bound. */
function After({ sides }: { sides: readonly Side[] }) {
  const words = t().rank.after;
  const counted = sides.flatMap((side) => (side.head.after ? [{ ...side, after: side.head.after }] : []));
  const n = count(sides[0]?.head.n ?? 0);
  const list = counted.map(({ name, after }) => words.one(name, count(after.rank))).join(", ");
  return (
    <details class="rank-details">
      <summary>{words.summary}</summary>
      <p class="rank-text">{words.text}</p>
      {counted.length > 0 && (
        <>
          <p class="rank-text">
            {words.counted(list, n)} {counted.some(({ after, head }) => after.rank < head.n) && words.sharp}
          </p>
          <SpectrumDrawing
            model={afterModel(counted)}
            label={`${words.title}. ${words.counted(list, n)}`}
            height={HEIGHT}
          />
        </>
      )}
    </details>
  );
}

type After = Side & { readonly after: { readonly rank: number; readonly singular: readonly number[] } };

function afterModel(counted: readonly After[]) {
  const sides = counted.map((side) => ({
    ...side,
    head: { ...side.head, parts: [], rank: side.after.rank, singular: side.after.singular },
  }));
  const model = spectrumOf(sides, false);
  // A bound is of scores; here there is none.
  return { ...model, lines: model.lines.map((line) => ({ ...line, bound: null, note: "" })) };
}

function Paper({ sides }: { sides: readonly Side[] }) {
  const words = t().rank;
  const ours = sides.map(({ name, head }) => `${name} ${count(head.rank)}`).join(", ");
  return (
    <details class="rank-details">
      <summary>{words.paper.title}</summary>
      <dl class="rank-paper">
        <div>
          <dt>
            <span class="stamp">{words.paper.stamp}</span>
          </dt>
          <dd>{words.paper.paper}</dd>
        </div>
        <div>
          <dt>{words.paper.oursLabel}</dt>
          <dd>{words.paper.ours(ours, sides[0] ? slotsInWords(sides[0]) : "")}</dd>
        </div>
      </dl>
      <p class="rank-text">{words.paper.text}</p>
    </details>
  );
}
