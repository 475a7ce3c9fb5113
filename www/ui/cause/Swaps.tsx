// One click replaced by one other item: every such swap is tried when the visitor asks for it, and can be stopped.
import { useSignal } from "@preact/signals";
import { useEffect } from "preact/hooks";
import { t } from "../../content";
import { current } from "../../state/current";
import { catalogue } from "../../state/opened";
import { Button } from "../common/Button";
import { Fill } from "../common/Fill";
import { count, duration } from "../common/format";
import { NoAnswer } from "../common/NoAnswer";
import { ProgressTrack } from "../common/ProgressLine";
import { placeOf } from "../common/placeOf";
import { replaceStep } from "../common/stepEdits";
import { useKeptFocus } from "../common/useKeptFocus";
import { type Goal, type Swap, type SwapOutcome, swapOutcome } from "./changes";
import { rankOf } from "./clicks";
import { isCurrent, keepCandidate, nameOf, offsetOf, type Report } from "./context";
import { EditPicture } from "./EditPicture";
import { ItemName } from "./ItemName";
import { search, stop, type Tried, triedOf, useSwapSearch } from "./swapSearch";

interface Props {
  readonly report: Report;
  readonly goal: Goal;
}

/** Any item but the padding and the one that is there, in every place. */
function allOf({ found }: Report): number {
  return found.items.length * Math.max(0, (catalogue.value?.items.length ?? 0) - 2);
}

export function Swaps({ report, goal }: Props) {
  const words = t().cause.changes;
  const question = useSwapSearch();
  const row = useKeptFocus<HTMLDivElement>();
  const now = triedOf(report);
  const excludeSeen = current.excludeSeen.value;
  const all = allOf(report);
  const ranks = now?.edits.map(({ rank, rank_new }) => (excludeSeen ? rank_new : rank)) ?? [];
  const outcome = swapOutcome(ranks, report.candidate, goal);
  const runs = now?.phase === "running" && question.failure.value === null;
  return (
    // What is pressed stands above what is found: it keeps its place while the search goes on.
    <div class="cause-swaps">
      {runs && (
        <div class="cause-progress">
          <ProgressTrack label={words.progress} share={all > 0 ? outcome.tried / all : 0} />
          <p class="note">{words.tried(count(outcome.tried), count(all))}</p>
        </div>
      )}
      <NoAnswer of={question} />
      <div class="cause-buttons" ref={row}>
        {runs ? (
          <Button icon="stop" onClick={stop}>
            {words.stop}
          </Button>
        ) : (
          now?.phase !== "done" && (
            <Button unavailable={!isCurrent(report)} onClick={() => search(report)}>
              {words.search(count(all))}
            </Button>
          )
        )}
      </div>
      {now && (outcome.hits > 0 || !runs) && (
        <Found report={report} goal={goal} tried={now} outcome={outcome} all={all} />
      )}
    </div>
  );
}

function Found({ report, goal, tried, outcome, all }: Props & { tried: Tried; outcome: SwapOutcome; all: number }) {
  const words = t().cause.changes;
  const picked = useSignal(0);
  const goalKey = `${goal.way} ${goal.top}`;
  useEffect(() => {
    picked.value = 0;
  }, [goalKey, tried.of]);
  const { best, closest } = outcome;
  const swap = best[picked.value % Math.max(1, best.length)];
  const tally = tallyOf(tried, outcome, all);
  if (!swap) {
    return (
      <>
        {closest && tried.phase === "done" && (
          <p class="cause-change">
            <Fill
              text={words.swapNone(clickName(report, closest), nameOf(closest.by))}
              parts={partsOf(report, closest)}
            />
          </p>
        )}
        <p class="note">{tally}</p>
      </>
    );
  }
  const text = words.swap(
    clickName(report, swap),
    nameOf(swap.by),
    nameOf(report.candidate),
    words.done[goal.way][goal.top],
  );
  const base = placeOf(rankOf(report.found.base, current.excludeSeen.value));
  return (
    <>
      <EditPicture report={report} gone={[swap.slot]} by={swap.by} />
      <p class="cause-change">
        <Fill text={text} parts={partsOf(report, swap)} />
      </p>
      <p class="cause-ranks">
        <Fill text={words.ranks} parts={{ rank: <b>{count(base)}</b>, place: <b>{count(placeOf(swap.rank))}</b> }} />
      </p>
      <p class="note">{tally}</p>
      <div class="cause-buttons">
        <Button
          unavailable={!isCurrent(report)}
          onClick={() => {
            keepCandidate(report.candidate);
            replaceStep(swap.slot + offsetOf(report), swap.by);
          }}
        >
          {words.tryIt}
        </Button>
        {best.length > 1 && (
          <Button
            onClick={() => {
              picked.value += 1;
            }}
          >
            {words.another}
          </Button>
        )}
      </div>
    </>
  );
}

/** How many do it, of how many. */
function tallyOf({ phase, ms }: Tried, { hits, tried }: SwapOutcome, all: number): string {
  const words = t().cause.changes;
  if (phase === "done") {
    return hits > 0 ? words.found(count(hits), count(all), duration(ms)) : words.triedAll(count(all), duration(ms));
  }
  const soFar = hits > 0 ? words.foundSoFar(count(hits), count(tried)) : words.swapNoneYet;
  return phase === "stopped" ? `${words.stopped(count(tried), count(all))} ${soFar}` : soFar;
}

function clickName({ found }: Report, { slot }: Swap): string {
  return nameOf(found.items[slot] ?? 0);
}

function partsOf(report: Report, { slot, by, rank }: Swap) {
  return {
    click: <ItemName id={report.found.items[slot] ?? 0} />,
    by: <ItemName id={by} />,
    item: <ItemName id={report.candidate} />,
    place: <b>{count(placeOf(rank))}</b>,
  };
}
