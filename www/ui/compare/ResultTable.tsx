// Results on the test sessions: systems between the ceiling and the floors, each with its interval on one axis.
import { type ComponentChildren, Fragment } from "preact";
import { t } from "../../content";
import { marked } from "../../content/marks";
import { choice } from "../../state/compareChoice";
import { interval, type Summary } from "../../state/compareStats";
import { current } from "../../state/current";
import { floors } from "../../state/opened";
import { bestEpoch } from "../../state/runRecord";
import { inWords } from "../common/failures";
import { count, fraction } from "../common/format";
import { Marked } from "../common/Marked";
import { COLUMNS, JUDGED, type MetricChoice, metricLabel, onTestOf, referencesOf } from "../common/runs/metrics";
import { SystemKey } from "../common/runs/SystemKey";
import { onTest, type Row, rows } from "./view";

export function ResultTable() {
  const words = t().compare;
  const references = referencesOf(floors.value?.test);
  const several = (choice.value?.seeds ?? 1) > 1;
  const judged = [
    ...rows.value.map((row) => onTest(row, JUDGED)),
    ...references.map(({ metrics }) => onTestOf(metrics, JUDGED)),
  ].flatMap((summary) => summary ?? []);
  const most = Math.max(0, ...judged.map((summary) => interval(summary).high));
  const referenceRow = ({ id, metrics }: (typeof references)[number]) => (
    <tr key={id}>
      <th scope="row">
        <Marked text={marked(TERMS[id], words.references[id])} />
      </th>
      <Cells of={(metric) => onTestOf(metrics, metric)} most={most} />
      <td />
    </tr>
  );
  return (
    <section class="compare-block">
      <h3 id="compare-results">
        <Marked text={words.tableTitle} />
      </h3>
      <p class="note">
        <Marked text={words.tableNote[current.history.value]} />{" "}
        <Marked text={several ? words.plusMinus.seeds : words.plusMinus.one} />
      </p>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard */}
      <section class="table-scroll" aria-labelledby="compare-results" tabIndex={0}>
        <table class="compare-table">
          <thead>
            <tr>
              <th scope="col">{words.system}</th>
              {COLUMNS.map((metric, index) => (
                <Fragment key={metricLabel(metric)}>
                  <th scope="col" class="numeric">
                    <Marked text={columnHead(metric)} />
                  </th>
                  {index === 0 && (
                    <th scope="col" class="interval-head">
                      <span class="visually-hidden">{words.intervalTitle}</span>
                      <span aria-hidden="true">0</span>
                      <span aria-hidden="true">{most > 0 ? fraction(most, 2) : ""}</span>
                    </th>
                  )}
                </Fragment>
              ))}
              <th scope="col" class="numeric">
                {words.bestEpoch}
              </th>
            </tr>
          </thead>
          <tbody>
            {references.filter(({ id }) => id === "ceiling").map(referenceRow)}
            {rows.value.map((row) => (
              <SystemRow key={row.system.id} row={row} most={most} />
            ))}
            {references.filter(({ id }) => id !== "ceiling").map(referenceRow)}
          </tbody>
        </table>
      </section>
    </section>
  );
}

/** The term that explains a floor or the ceiling. */
const TERMS = {
  ceiling: "best-possible",
  item_cosine: "item-cosine",
  windowed_markov: "windowed-markov",
  markov: "markov-floor",
  popularity: "popularity",
} as const;

/** Each metric explains itself where it stands first. */
function columnHead(metric: MetricChoice): string {
  const isFirst = COLUMNS.find(({ name }) => name === metric.name) === metric;
  return isFirst ? marked(metric.name, metricLabel(metric)) : metricLabel(metric);
}

function SystemRow({ row, most }: { row: Row; most: number }) {
  const { system, look, records } = row;
  const epochs = records.flatMap((record) => bestEpoch(record) ?? []);
  return (
    <tr class="is-own">
      <th scope="row">
        <SystemKey look={look} /> {system.name}
        <Standing row={row} />
      </th>
      {records.length > 0 ? (
        <Cells of={(metric) => onTest(row, metric)} most={most} />
      ) : (
        COLUMNS.map((metric, index) => (
          <Fragment key={metricLabel(metric)}>
            <td class="numeric">–</td>
            {index === 0 && <td />}
          </Fragment>
        ))
      )}
      <td class="numeric">{epochs.length > 0 ? epochs.map(count).join(", ") : "–"}</td>
    </tr>
  );
}

/** What keeps a row from being complete. */
function Standing({ row: { records, failed, live } }: { row: Row }): ComponentChildren {
  const words = t().compare;
  const seeds = choice.value?.seeds ?? 1;
  const notes = [
    ...(live ? [words.underWay] : []),
    ...(seeds > 1 && records.length > 0 && records.length < seeds
      ? [words.seedsDone(count(records.length), count(seeds))]
      : []),
    ...(!live && records.length === 0 && failed.length === 0 ? [words.waiting] : []),
  ];
  return (
    <>
      {notes.map((note) => (
        <span class="row-note" key={note}>
          {note}
        </span>
      ))}
      {failed.map(({ seed, failure }) => (
        <span class="row-note is-bad" key={seed}>
          {seeds > 1 ? words.failedSeed(String(seed), inWords(failure)) : words.failed(inWords(failure))}
        </span>
      ))}
    </>
  );
}

function Cells({ of, most }: { of: (metric: MetricChoice) => Summary | null; most: number }) {
  return (
    <>
      {COLUMNS.map((metric, index) => {
        const summary = of(metric);
        return (
          <Fragment key={metricLabel(metric)}>
            <td class="numeric">{summary ? <Value of={summary} /> : "–"}</td>
            {index === 0 && <td>{summary && most > 0 && <IntervalBar of={summary} most={most} />}</td>}
          </Fragment>
        );
      })}
    </>
  );
}

/** One seed with its standard error; several with their standard deviation. */
function Value({ of: { value, error, spread } }: { of: Summary }) {
  return (
    <>
      <b>{fraction(value)}</b> <span class="results-error">{t().train.error(fraction(spread ?? error))}</span>
    </>
  );
}

/** The interval that decides who can be told apart from whom; its numbers follow from the cells beside it. */
function IntervalBar({ of, most }: { of: Summary; most: number }) {
  const { low, high } = interval(of);
  const percent = (value: number) => `${(100 * value) / most}%`;
  return (
    <span class="interval-bar" aria-hidden="true">
      <i class="interval-range" style={{ left: percent(low), width: percent(high - low) }} />
      <i class="interval-point" style={{ left: percent(of.value) }} />
    </span>
  );
}
