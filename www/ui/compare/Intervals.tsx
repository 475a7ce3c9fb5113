// The intervals that the verdict compares, on one axis: systems between the best possible and the best floor.
import { t } from "../../content";
import { ERRORS_EITHER_WAY, interval, type Summary } from "../../state/compareStats";
import { count, fraction } from "../common/format";
import { onTest, rows } from "../common/runs/compareRows";
import { type JudgedReference, judgedReferences } from "../common/runs/compareVerdict";
import { JUDGED, metricLabel } from "../common/runs/metrics";
import { SystemKey } from "../common/runs/SystemKey";

export function Intervals() {
  const words = t().compare;
  const own = rows.value.map((row) => ({ row, summary: onTest(row, JUDGED) }));
  const references = judgedReferences();
  const ceiling = references.filter(({ id }) => id === "ceiling");
  const [floor] = references.filter(({ id }) => id !== "ceiling").sort((a, b) => b.value - a.value);
  const all = [...references, ...own.flatMap(({ summary }) => summary ?? [])];
  const most = Math.max(0, ...all.map((summary) => interval(summary).high));
  const reference = (one: JudgedReference) => (
    <li class="interval" key={one.id}>
      <span class="interval-name">{one.name}</span>
      <Bar of={one} most={most} />
      <Numbers of={one} />
    </li>
  );
  return (
    <figure class="compare-intervals">
      <figcaption>
        <h3>{words.intervalTitle(metricLabel(JUDGED))}</h3> <p>{words.intervalNote(count(ERRORS_EITHER_WAY))}</p>
      </figcaption>
      <ul>
        {ceiling.map(reference)}
        {own.map(({ row: { system, look }, summary }) => (
          <li class="interval is-own" key={system.id}>
            <span class="interval-name">
              <SystemKey look={look} /> {system.name}
            </span>
            <Bar of={summary} most={most} />
            {summary ? (
              <Numbers of={summary} />
            ) : (
              <span class="interval-numbers is-waiting">{words.intervalWaiting}</span>
            )}
          </li>
        ))}
        {floor && reference(floor)}
      </ul>
      <p class="interval-axis" aria-hidden="true">
        <span>0</span>
        <span>{most > 0 ? fraction(most, 2) : ""}</span>
      </p>
    </figure>
  );
}

function Numbers({ of: { value, error } }: { of: Summary }) {
  return (
    <span class="interval-numbers">
      <b>{fraction(value)}</b> <span class="results-error">{t().train.error(fraction(error))}</span>
    </span>
  );
}

/** Its numbers stand beside it. */
function Bar({ of, most }: { of: Summary | null; most: number }) {
  const percent = (value: number) => `${(100 * value) / most}%`;
  const { low, high } = of ? interval(of) : { low: 0, high: 0 };
  return (
    <span class="interval-bar" aria-hidden="true">
      {of && most > 0 && (
        <>
          <i class="interval-range" style={{ left: percent(low), width: percent(high - low) }} />
          <i class="interval-point" style={{ left: percent(of.value) }} />
        </>
      )}
    </span>
  );
}
