// What would have changed the answer, found by trying: the fewest clicks that must go, and the one swap that does it.
import { signal } from "@preact/signals";
import { t } from "../../content";
import { current } from "../../state/current";
import { Fill } from "../common/Fill";
import { count } from "../common/format";
import { placeOf } from "../common/placeOf";
import { Select } from "../common/Select";
import { type Goal, reaches, TOPS, usualGoal, type Way } from "./changes";
import { rankOf } from "./clicks";
import type { Report } from "./context";
import { ItemName } from "./ItemName";
import { Removals } from "./Removals";
import { Swaps } from "./Swaps";

/** What the visitor asked for, of one item; the usual question of any other. */
const chosen = signal<{ readonly candidate: number; readonly goal: Goal } | null>(null);

const WAYS: readonly Way[] = ["leave", "enter"];
const GOALS: readonly Goal[] = WAYS.flatMap((way) => TOPS.map((top) => ({ way, top })));
const key = ({ way, top }: Goal) => `${way}-${top}`;

export function Changes({ report }: { report: Report }) {
  const words = t().cause.changes;
  const rank = rankOf(report.found.base, current.excludeSeen.value);
  const { candidate } = report;
  const goal = chosen.value?.candidate === candidate ? chosen.value.goal : usualGoal(rank);
  return (
    <section class="cause-changes" aria-labelledby="cause-changes-title">
      <h3 id="cause-changes-title">{words.title}</h3>
      <div class="cause-goal">
        <Select
          label={words.goal}
          options={GOALS.map((one) => ({ value: key(one), label: words.goals[one.way][one.top] }))}
          value={key(goal)}
          onChange={(value) => {
            const picked = GOALS.find((one) => key(one) === value);
            if (picked) chosen.value = { candidate, goal: picked };
          }}
        />
      </div>
      {reaches(rank, goal) ? (
        <p class="cause-change">
          <Fill text={words.there[goal.way](count(placeOf(rank)))} parts={{ item: <ItemName id={candidate} /> }} />
        </p>
      ) : (
        <>
          <Removals report={report} goal={goal} />
          <Swaps report={report} goal={goal} />
        </>
      )}
    </section>
  );
}
