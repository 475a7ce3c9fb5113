// How many independent patterns fit into one head's score map, and what binds their number: widths, values, clicks.
import { useEffect } from "preact/hooks";
import { t } from "../../content";
import type { PanelParts } from "../../panels";
import { current } from "../../state/current";
import { shop } from "../../state/opened";
import { fetchReadyIndex } from "../../state/ready";
import { markPath } from "../../viz/lineLooks";
import { inWords } from "../common/failures";
import { count, decimal } from "../common/format";
import { Later } from "../common/Later";
import { Marked } from "../common/Marked";
import { Adds } from "./Adds";
import { Controls } from "./Controls";
import { show } from "./clicks";
import { first, random, second } from "./counted";
import { Empty } from "./Empty";
import { Hints } from "./Hints";
import { Notes } from "./Notes";
import { Sliders } from "./Sliders";
import { Spectrum } from "./Spectrum";
import { firstName, type Side, secondName, sides } from "./shown";
import { Training } from "./Training";
import { readingOf, readOf } from "./words";
import "../../styles/curves.css";
import "../../styles/rank.css";

export const rankPanel: PanelParts = { Body, Lede };

function Lede() {
  return (
    <p class="lede">
      <Marked text={t().rank.lede} />
    </p>
  );
}

function Body() {
  useEffect(show, []);
  const open = shop.value;
  useEffect(() => {
    if (open) void fetchReadyIndex(open);
  }, [open]);
  const all = sides.value;
  const isRandom = current.weights.value === "random";
  // Tables of one number say nothing.
  const isOne = all?.every(({ head }) => head.n === 1) ?? false;
  return (
    <div class="rank">
      <Controls />
      <div class="rank-split">
        {all && !isOne ? <Counted sides={all} /> : <Empty />}
        <div class="rank-side">
          {all?.[0] && !isOne && (
            <Later>
              <Adds side={all[0]} />
            </Later>
          )}
          {isRandom && <Sliders />}
        </div>
      </div>
      {all && !isOne && (
        <Later>
          <Notes sides={all} />
        </Later>
      )}
      <Later>
        <Training />
      </Later>
    </div>
  );
}

function Counted({ sides }: { sides: readonly Side[] }) {
  const words = t().rank;
  const isStale = current.weights.value === "random" && random.failure.value !== null;
  const isTrained = current.weights.value === "trained";
  const masked = sides.find(({ hasMask }) => hasMask);
  const unseen = isTrained && first.value.value?.report.tables.length === 0;
  const missing = current.weights.value === "trained" ? second.failure.value : null;
  return (
    <div>
      <Numbers sides={sides} />
      <Spectrum />
      <p class="rank-reading" data-reading>
        {readingOf(sides)}
      </p>
      {isStale && random.failure.value && <p class="note">{words.failed(inWords(random.failure.value))}</p>}
      {masked && <p class="note">{words.masked(masked.name, readOf(masked), count(masked.head.n))}</p>}
      {unseen && <p class="note">{words.noAttention(firstName.value)}</p>}
      {missing && <p class="note">{words.besideFailed(secondName.value, inWords(missing))}</p>}
      <Hints />
    </div>
  );
}

/** The one that mixes first stands first, as in the story: it is what the other is measured against. */
function Numbers({ sides }: { sides: readonly Side[] }) {
  const words = t().rank;
  return (
    <dl class="rank-numbers">
      {[...sides].reverse().map(({ name, look, head }) => (
        <div key={name}>
          <dt>
            <svg class="rank-mark" viewBox="0 0 12 12" aria-hidden="true">
              <path d={markPath(look.mark, 6, 6, 4)} data-mark={look.mark} />
            </svg>
            {name}
          </dt>
          <dd class="rank-number">{count(head.rank)}</dd>
          <dd class="rank-effective">
            <Marked text={words.effective(decimal(head.effective, 1))} />
          </dd>
        </div>
      ))}
    </dl>
  );
}
