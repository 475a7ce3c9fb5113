// What may be concluded from the test results, and by which rule.
import { t } from "../../content";
import { choice } from "../../state/compareChoice";
import { ERRORS_EITHER_WAY, notAboveFloors, verdict } from "../../state/compareStats";
import { floors } from "../../state/opened";
import { Fill } from "../common/Fill";
import { count, percent } from "../common/format";
import { JUDGED, metricLabel, onTestOf, referencesOf } from "../common/runs/metrics";
import { onTest, rows } from "./view";

export function CompareVerdict() {
  const words = t().compare;
  const list = t().train.list;
  const entries = rows.value.flatMap((row) => {
    const summary = onTest(row, JUDGED);
    return summary ? [{ name: row.system.name, ...summary }] : [];
  });
  if (entries.length === 0) return <p class="note">{words.noTest}</p>;
  const names = (of: readonly { name: string }[]) => list(of.map((one) => one.name));
  const references = referencesOf(floors.value?.test).flatMap(({ id, metrics }) => {
    const summary = onTestOf(metrics, JUDGED);
    return summary ? [{ id, name: words.references[id], ...summary }] : [];
  });
  const found = verdict(entries);
  const below = notAboveFloors(
    entries,
    references.filter(({ id }) => id !== "ceiling"),
  );
  const ceiling = references.find(({ id }) => id === "ceiling");
  const [first] = entries;
  const leader = found?.leader ?? first;
  const several = (choice.value?.seeds ?? 1) > 1;
  return (
    <div class="compare-verdict">
      <p class="verdict">
        {found && <Standings found={found} names={names} />}{" "}
        {ceiling && leader && words.ofCeiling(leader.name, percent(leader.value / ceiling.value, 0))}{" "}
        {below && (
          <Fill
            text={below.entries.length > 0 ? words.notAboveFloor : words.aboveFloors}
            parts={{ floor: below.floor.name, names: <b>{names(below.entries)}</b> }}
          />
        )}
      </p>
      {found && <p class="note">{(several ? words.rule.seeds : words.rule.one)(count(ERRORS_EITHER_WAY))}</p>}
    </div>
  );
}

type Entry = { readonly name: string };
interface StandingsProps {
  readonly found: { leader: Entry; same: readonly Entry[]; below: readonly Entry[] };
  readonly names: (of: readonly Entry[]) => string;
}

function Standings({ found: { leader, same, below }, names }: StandingsProps) {
  const words = t().compare;
  const parts = {
    metric: metricLabel(JUDGED),
    leader: <b>{leader.name}</b>,
    same: <b>{names(same)}</b>,
    below: <b>{names(below)}</b>,
  };
  if (below.length === 0) return <Fill text={words.onlyCannotTell(leader.name, names(same))} parts={parts} />;
  return (
    <>
      <Fill text={words.leader(leader.name)} parts={parts} /> <Fill text={words.leaderBelow} parts={parts} />{" "}
      {same.length > 0 && <Fill text={words.cannotTell(names(same))} parts={parts} />}
    </>
  );
}
