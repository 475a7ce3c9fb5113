// The fewest clicks that must go: one where one does it, else two.
import { t } from "../../content";
import { current } from "../../state/current";
import { Button } from "../common/Button";
import { Fill } from "../common/Fill";
import { count } from "../common/format";
import { inOneList } from "../common/inOneList";
import { NoAnswer } from "../common/NoAnswer";
import { placeOf } from "../common/placeOf";
import { removeSteps } from "../common/stepEdits";
import { type Goal, pairsOf, type Removal, removalOutcome } from "./changes";
import { rankOf } from "./clicks";
import { isCurrent, keepCandidate, nameOf, offsetOf, type Report } from "./context";
import { EditPicture } from "./EditPicture";
import { ItemName } from "./ItemName";
import { usePairs } from "./pairSearch";

/** Pairs grow with the square of the clicks; those of so many take about as long as the swaps of one. */
const MOST_CLICKS = 20;

export function Removals({ report, goal }: { report: Report; goal: Goal }) {
  const words = t().cause.changes;
  const { found } = report;
  const excludeSeen = current.excludeSeen.value;
  const base = rankOf(found.base, excludeSeen);
  const singles = (found.leave_one_out ?? []).map((verdict) => rankOf(verdict, excludeSeen));
  const hasPairs = singles.length > 2 && singles.length <= MOST_CLICKS;
  const needsPairs = hasPairs && removalOutcome(base, singles, null, goal).kind === "waiting";
  const { question, edits } = usePairs(report, needsPairs);
  const known = edits && pairsOf(excludeSeen ? edits.rank_new : edits.rank, singles.length);
  if (singles.length === 0) return <p class="note">{words.noRemovals}</p>;
  const outcome = removalOutcome(base, singles, hasPairs ? known : [], goal);
  if (question.failure.value && outcome.kind === "waiting") return <NoAnswer of={question} />;
  switch (outcome.kind) {
    case "there":
      return null;
    case "waiting":
      return <p class="note">{words.pairsWaiting}</p>;
    case "none":
      return (
        <>
          <p class="cause-change">
            {outcome.closest && (
              <Fill
                text={(hasPairs ? words.removedNone : words.removedNoneAlone)(named(outcome.closest, report))}
                parts={{ clicks: <Names of={outcome.closest} report={report} />, place: place(outcome.closest) }}
              />
            )}
          </p>
          {singles.length > MOST_CLICKS && <p class="note">{words.manyPairs(count(MOST_CLICKS))}</p>}
        </>
      );
    case "found": {
      const { removal, alone } = outcome;
      const parts = {
        clicks: <Names of={removal} report={report} />,
        item: <ItemName id={report.candidate} />,
        rank: <b>{count(placeOf(base))}</b>,
        place: place(removal),
      };
      const pairCount = (singles.length * (singles.length - 1)) / 2;
      return (
        <>
          <EditPicture report={report} gone={removal.slots} by={null} />
          <p class="cause-change">
            <Fill text={words.removed[goal.way](named(removal, report), nameOf(report.candidate))} parts={parts} />
          </p>
          <p class="note">
            {alone > 0 ? words.alone(count(alone), count(singles.length)) : words.two(count(pairCount))}
          </p>
          <Button
            unavailable={!isCurrent(report)}
            onClick={() => {
              keepCandidate(report.candidate);
              removeSteps(removal.slots.map((slot) => slot + offsetOf(report)));
            }}
          >
            {words.tryIt}
          </Button>
        </>
      );
    }
  }
}

const place = ({ rank }: Removal) => <b>{count(placeOf(rank))}</b>;

const itemsOf = ({ slots }: Removal, { found }: Report) => slots.map((slot) => found.items[slot] ?? 0);

function named(removal: Removal, report: Report): string {
  return inOneList(itemsOf(removal, report).map(nameOf));
}

function Names({ of, report }: { of: Removal; report: Report }) {
  const items = itemsOf(of, report);
  const list = t().reading.and(items.map((_, index) => String(index)));
  return (
    <>
      {list.map((piece) => {
        if (piece.type !== "element") return piece.value;
        return <ItemName key={piece.value} id={items[Number(piece.value)] ?? 0} />;
      })}
    </>
  );
}
