// Looks at the data before a model sees it: how clicks spread, how long sessions are, what is known of the items, whether order matters.
import type { ComponentChildren } from "preact";
import { t } from "../../../content";
import type { DataFacts } from "../../../engine.ts";
import { source, summary } from "../../../state/opened";
import { question } from "../../../state/question";
import { inWords } from "../../common/failures";
import { count, decimal, percent } from "../../common/format";
import { fraction } from "../../common/formatMore";
import { Marked } from "../../common/Marked";
import { SourceMark } from "../../common/SourceMark";
import { attributeName } from "../../common/sourceName";
import { attributeSources } from "../../common/sources";
import { SideInformationLater } from "../SideInformationLater";
import { step } from "./intake";

const facts = question("dataFacts", () => (source.value ? {} : null), { when: () => step.value === "facts" });

export function Looks() {
  const words = t().imported.looks;
  const [now, failure] = [facts.value.value, facts.failure.value];
  // Numbers of other data are no numbers of this.
  const isCounted = now !== null && !failure && !facts.pending.value;
  return (
    <div class="intake-looks">
      {isCounted && (
        <>
          <Head of={now} />
          <Lengths of={now} />
          <Known of={now} />
          <Order of={now} />
          <Others of={now} />
        </>
      )}
      {!isCounted && (failure ? <p class="field-bad">{inWords(failure)}</p> : <p class="note">{words.counting}</p>)}
      <SideInformationLater />
    </div>
  );
}

function Look({ title, children }: { title: string; children: ComponentChildren }) {
  return (
    <section class="intake-look">
      <h4>
        <Marked text={title} />
      </h4>
      {children}
    </section>
  );
}

const [WIDTH, HEIGHT] = [240, 96];

/** A drawing of one look between its ends: `up` is what its height means, `from` and `to` where it begins and ends. */
function Plot({ up, from, to, children }: { up: string; from: string; to: string; children: ComponentChildren }) {
  return (
    <div class="intake-plot">
      <span class="note">{up}</span>
      <svg class="intake-drawing" viewBox={`-4 -4 ${WIDTH + 8} ${HEIGHT + 8}`} aria-hidden="true">
        {children}
      </svg>
      <p class="intake-ends note">
        <span>{from}</span>
        <span>{to}</span>
      </p>
    </div>
  );
}

/** Which place of the curve is put into words: a tenth of the items. */
const TENTH = 2;

function Head({ of: { head } }: { of: DataFacts }) {
  const words = t().imported.looks;
  const x = (at: number) => (at / (head.length - 1)) * WIDTH;
  const y = (share: number) => HEIGHT - share * HEIGHT;
  const tenth = head[TENTH] ?? 0;
  return (
    <Look title={words.head}>
      <Plot up={words.headUp} from={words.headFrom} to={words.headTo(count(summary.value?.items ?? 0))}>
        <path class="intake-axis" d={`M0 0V${HEIGHT}H${WIDTH}`} />
        <polyline class="intake-curve" points={head.map((share, at) => `${x(at)},${y(share)}`).join(" ")} />
        <circle cx={x(TENTH)} cy={y(tenth)} r="4" />
      </Plot>
      <p>{words.headSays(percent(tenth, 0))}</p>
    </Look>
  );
}

const MOST_BARS = 40;

/** Sessions by length, several lengths to a bar where there are many. */
function barsOf(lengths: readonly number[]): { from: number; sessions: number }[] {
  const shortest = Math.max(
    0,
    lengths.findIndex((sessions) => sessions > 0),
  );
  const width = Math.ceil((lengths.length - shortest) / MOST_BARS);
  const count = Math.ceil((lengths.length - shortest) / width);
  return Array.from({ length: count }, (_, at) => {
    const from = shortest + at * width;
    return { from, sessions: lengths.slice(from, from + width).reduce((sum, sessions) => sum + sessions, 0) };
  });
}

function Lengths({ of: { lengths } }: { of: DataFacts }) {
  const words = t().imported.looks;
  const bars = barsOf(lengths);
  const most = Math.max(1, ...bars.map(({ sessions }) => sessions));
  const bar = WIDTH / Math.max(1, bars.length);
  const half = summary.value?.median_length ?? 0;
  const [shortest, longest] = [bars[0]?.from ?? 0, summary.value?.max_length ?? 0];
  return (
    <Look title={words.lengths}>
      <Plot up={words.lengthsUp(count(most))} from={words.clicks(count(shortest))} to={words.clicks(count(longest))}>
        {bars.map(({ from, sessions }, at) => {
          const height = (sessions / most) * HEIGHT;
          return (
            <rect
              key={from}
              class={from <= half ? "is-half" : ""}
              x={at * bar}
              y={HEIGHT - height}
              width={Math.max(1, bar - 1)}
              height={height}
            />
          );
        })}
        <path class="intake-axis" d={`M0 ${HEIGHT}H${WIDTH}`} />
      </Plot>
      <p>{words.lengthsSay(decimal(half, Number.isInteger(half) ? 0 : 1), count(longest))}</p>
    </Look>
  );
}

function Known({ of: { entropies } }: { of: DataFacts }) {
  const words = t().imported.looks;
  const open = summary.value;
  const marks = attributeSources(open?.attributes ?? []);
  return (
    <Look title={words.known}>
      {open?.attributes.map(({ name, values, mean_values, items_without }, at) => {
        const mark = marks[at];
        const share = 1 - items_without / Math.max(1, open.items);
        return (
          <div key={name} class="intake-bar">
            <span>
              {mark && <SourceMark source={mark} />} {attributeName(name)}
            </span>
            <span class="note">
              {words.values(count(values), decimal(mean_values, 1), decimal(entropies[at] ?? 0, 1))}
            </span>
            <i class="intake-track">
              <i style={{ width: `${100 * share}%`, background: mark?.colour }} />
            </i>
            {items_without > 0 && <span class="note">{words.without(percent(1 - share, share > 0.99 ? 1 : 0))}</span>}
          </div>
        );
      })}
      {open?.attributes.length === 0 && <p>{t().data.noAttributes}</p>}
    </Look>
  );
}

function Order({ of: { in_order, shuffled } }: { of: DataFacts }) {
  const words = t().imported.looks;
  const most = Math.max(in_order, shuffled, 1e-9);
  const rows = [
    [words.asClicked, in_order],
    [words.shuffled, shuffled],
  ] as const;
  return (
    <Look title={words.order}>
      {rows.map(([name, value]) => (
        <div key={name} class="intake-bar">
          <span>{name}</span>
          <span>{fraction(value)}</span>
          <i class="intake-track">
            <i style={{ width: `${(100 * value) / most}%` }} />
          </i>
        </div>
      ))}
      <p>
        <Marked text={words.orderSays(fraction(Math.max(0, in_order - shuffled)), fraction(in_order))} />
      </p>
    </Look>
  );
}

function Others({ of: { repeats, unseen } }: { of: DataFacts }) {
  const words = t().imported.looks;
  const equal = summary.value?.reading?.equal_times ?? null;
  return (
    <Look title={words.others}>
      <ul>
        <li>{words.repeats(percent(repeats, 0))}</li>
        <li>{words.unseen(percent(unseen, 0))}</li>
        {equal !== null && <li>{words.equal(percent(equal, 0))}</li>}
      </ul>
    </Look>
  );
}
