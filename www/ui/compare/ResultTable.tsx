// Results on the test sessions: systems between the ceiling and the floors, with the errors that the verdict takes.
import type { ComponentChildren } from "preact";
import { t } from "../../content";
import { withoutMarks } from "../../content/marks";
import { budget } from "../../state/compareChoice";
import type { Summary } from "../../state/compareStats";
import { current } from "../../state/current";
import { floors } from "../../state/opened";
import { bestEpoch } from "../../state/runRecord";
import { count } from "../common/format";
import { fraction } from "../common/formatMore";
import { Marked } from "../common/Marked";
import { onTest, type Row, rows } from "../common/runs/compareRows";
import {
  COLUMNS,
  JUDGED,
  type MetricChoice,
  metricHeads,
  metricLabel,
  onTestOf,
  type Reference,
  referenceHead,
  referencesOf,
} from "../common/runs/metrics";
import { refusalInWords } from "../common/runs/refusal";
import { SystemKey } from "../common/runs/SystemKey";
import { chosenCurve } from "./curveModel";

export function ResultTable() {
  const words = t().compare;
  const references = referencesOf(floors.value?.test);
  const isSeveral = (budget.value?.seeds ?? 1) > 1;
  const row = (of: Reference) => <ReferenceRow key={of.id} of={of} isSeveral={isSeveral} />;
  return (
    <section class="compare-block">
      <h3>
        <Marked text={words.tableTitle} />
      </h3>
      <p class="note">
        <Marked text={words.tableNote[current.history.value]} />{" "}
        <Marked text={isSeveral ? words.plusMinus.seeds : words.plusMinus.one} />
      </p>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard */}
      <section class="table-scroll" aria-label={withoutMarks(words.tableTitle)} tabIndex={0}>
        <table class="table results-table">
          <thead>
            <tr>
              <th scope="col">{words.system}</th>
              {metricHeads(COLUMNS, chosenCurve.value.name).map((head) => (
                <th key={head} scope="col" class="numeric">
                  <Marked text={head} />
                </th>
              ))}
              {isSeveral && (
                <th scope="col" class="numeric">
                  {words.between(metricLabel(JUDGED))}
                </th>
              )}
              <th scope="col" class="numeric">
                {words.bestEpoch}
              </th>
            </tr>
          </thead>
          <tbody>
            {references.filter(({ id }) => id === "ceiling").map(row)}
            {rows.value.map((one) => (
              <SystemRow key={one.system.id} row={one} isSeveral={isSeveral} />
            ))}
            {references.filter(({ id }) => id !== "ceiling").map(row)}
          </tbody>
        </table>
      </section>
    </section>
  );
}

function ReferenceRow({ of: { id, metrics }, isSeveral }: { of: Reference; isSeveral: boolean }) {
  return (
    <tr>
      <th scope="row">
        <Marked text={referenceHead(id)} />
      </th>
      <Cells of={(metric) => onTestOf(metrics, metric)} />
      {isSeveral && <td />}
      <td />
    </tr>
  );
}

function SystemRow({ row, isSeveral }: { row: Row; isSeveral: boolean }) {
  const { system, look, records } = row;
  const epochs = records.flatMap((record) => bestEpoch(record) ?? []);
  const spread = onTest(row, JUDGED)?.spread ?? null;
  return (
    <tr class="is-own">
      <th scope="row">
        <SystemKey look={look} /> {system.name}
        <Standing row={row} />
      </th>
      <Cells of={(metric) => onTest(row, metric)} />
      {isSeveral && <td class="numeric">{spread === null ? "–" : fraction(spread)}</td>}
      <td class="numeric">{epochs.length > 0 ? epochs.map(count).join(", ") : "–"}</td>
    </tr>
  );
}

/** What keeps a row from being complete. */
function Standing({ row: { records, failed, isUnderWay } }: { row: Row }): ComponentChildren {
  const words = t().compare;
  const seeds = budget.value?.seeds ?? 1;
  const notes = [
    ...(isUnderWay ? [words.underWay] : []),
    ...(seeds > 1 && records.length > 0 && records.length < seeds
      ? [words.seedsDone(count(records.length), count(seeds))]
      : []),
    ...(!isUnderWay && records.length === 0 && failed.length === 0 ? [words.waiting] : []),
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
          {seeds > 1 ? words.failedSeed(String(seed), refusalInWords(failure)) : words.failed(refusalInWords(failure))}
        </span>
      ))}
    </>
  );
}

/** Each value with the error that says how far it can be trusted: the one that the verdict compares by. */
function Cells({ of }: { of: (metric: MetricChoice) => Summary | null }) {
  return (
    <>
      {COLUMNS.map((metric) => {
        const summary = of(metric);
        return (
          <td key={metricLabel(metric)} class="numeric">
            {summary ? (
              <>
                <b>{fraction(summary.value)}</b>{" "}
                <span class="results-error">{t().train.error(fraction(summary.error))}</span>
              </>
            ) : (
              "–"
            )}
          </td>
        );
      })}
    </>
  );
}
