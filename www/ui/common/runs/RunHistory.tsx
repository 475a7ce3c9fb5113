// The runs that are over on the open data: what was changed from one to the next, and their curves over each other.
import { signal } from "@preact/signals";
import { useState } from "preact/hooks";
import { t } from "../../../content";
import { withoutMarks } from "../../../content/marks";
import { deleteRecords, keepsRuns, recordsElsewhere, recordsHere } from "../../../state/runHistory";
import type { RunRecord } from "../../../state/runRecord";
import { type Measured, measured } from "../../../state/runs";
import { LINE_LOOKS } from "../../../viz/lineLooks";
import { announce } from "../Announcer";
import { Button, IconButton } from "../Button";
import { count, decimal, fraction } from "../format";
import { changesInWords } from "./changesInWords";
import { HistoryChart } from "./HistoryChart";
import { type DrawnRun, type ListedRun, listed } from "./listed";
import { JUDGED, metricLabel } from "./metrics";
import { SystemKey } from "./SystemKey";

/** Runs in view before the rest is asked for. */
const IN_VIEW = 6;
/** Ids of the runs whose curves are drawn; null: the newest two. */
const drawn = signal<readonly string[] | null>(null);

export function RunHistory() {
  const words = t().compare.runs;
  const [all, setAll] = useState(false);
  const runs = listed(recordsHere.value);
  if (runs.length === 0) return null;
  const shown = all ? runs : runs.slice(0, IN_VIEW);
  const curves = drawnRuns(runs);
  return (
    <section class="run-history">
      <h3 id="runs-title">{words.title}</h3>
      <p class="note">
        {words.lede} {recordsElsewhere.value > 0 && t().compare.otherData(count(recordsElsewhere.value))}{" "}
        {!keepsRuns.value && t().compare.notKept}
      </p>
      <HistoryChart runs={curves} />
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard */}
      <section class="table-scroll" aria-labelledby="runs-title" tabIndex={0}>
        <table class="compare-table run-table">
          <thead>
            <tr>
              <th scope="col" class="numeric">
                {words.number}
              </th>
              <th scope="col">{words.model}</th>
              <th scope="col">{words.changed}</th>
              <th scope="col" class="numeric">
                {words.validation(metricLabel(JUDGED))}
              </th>
              {[words.epochs, t().compare.msPerStep, withoutMarks(t().compare.parameters)].map((name) => (
                <th key={name} scope="col" class="numeric">
                  {name}
                </th>
              ))}
              <th scope="col">{words.draw}</th>
              <td />
            </tr>
          </thead>
          <tbody>
            {shown.map((run) => (
              <HistoryRow key={run.record.id} run={run} curves={curves} />
            ))}
          </tbody>
        </table>
      </section>
      <div class="settings-foot">
        {runs.length > IN_VIEW && (
          <Button look="link" aria-expanded={all} onClick={() => setAll(!all)}>
            {all ? words.fewer : words.all(count(runs.length))}
          </Button>
        )}
        <DeleteAll ids={runs.map((run) => run.record.id)} />
      </div>
    </section>
  );
}

function drawnRuns(runs: readonly ListedRun[]): DrawnRun[] {
  const wanted = drawn.value ?? runs.slice(0, 2).map((run) => run.record.id);
  return runs
    .filter((run) => wanted.includes(run.record.id))
    .slice(0, LINE_LOOKS.length)
    .flatMap((run, index) => {
      const look = LINE_LOOKS[index];
      return look ? [{ ...run, look }] : [];
    });
}

function HistoryRow({ run, curves }: { run: ListedRun; curves: readonly DrawnRun[] }) {
  const words = t().compare.runs;
  const { record, before } = run;
  const at = bestOf(record);
  const drawnAs = curves.find((one) => one.record.id === record.id);
  const full = !drawnAs && curves.length >= LINE_LOOKS.length;
  const ids = curves.map((one) => one.record.id);
  const label = count(record.number);
  return (
    <tr>
      <td class="numeric">{label}</td>
      <th scope="row">
        {drawnAs && <SystemKey look={drawnAs.look} />} {record.name}
        <span class="row-note">
          {words.panel[record.origin]}
          {record.finish === "stopped" && `, ${words.stopped}`}
        </span>
      </th>
      <td class="run-changes">{before ? changesInWords(before, record) : words.first}</td>
      <td class="numeric">
        {at ? (
          <>
            <b>{fraction(at.value)}</b> <span class="results-error">{t().train.error(fraction(at.error))}</span>
          </>
        ) : (
          "–"
        )}
      </td>
      <td class="numeric">{count(record.evaluations.at(-1)?.epoch ?? 0)}</td>
      <td class="numeric">
        {record.msPerStep === null ? "–" : decimal(record.msPerStep, record.msPerStep < 10 ? 1 : 0)}
      </td>
      <td class="numeric">{count(record.parameters)}</td>
      <td>
        <input
          type="checkbox"
          class="run-draw"
          aria-label={words.drawLabel(label)}
          title={full ? words.drawFull(count(LINE_LOOKS.length)) : undefined}
          checked={drawnAs !== undefined}
          disabled={full}
          onChange={() => {
            drawn.value = drawnAs ? ids.filter((id) => id !== record.id) : [...ids, record.id];
          }}
        />
      </td>
      <td>
        <IconButton
          icon="close"
          label={words.delete(label)}
          onClick={() => {
            void deleteRecords([record.id]);
            announce(words.deleted);
          }}
        />
      </td>
    </tr>
  );
}

/** The metric at the weights that are the best of the run. */
function bestOf(record: RunRecord): Measured | null {
  const best = record.best ?? record.evaluations.at(-1);
  return best ? measured(best.metrics.kept, JUDGED.name, JUDGED.k) : null;
}

/** Two presses, for it cannot be undone. */
function DeleteAll({ ids }: { ids: readonly string[] }) {
  const words = t().compare.runs;
  const [sure, setSure] = useState(false);
  return (
    <Button
      look="link"
      onBlur={() => setSure(false)}
      onClick={() => {
        if (sure) {
          void deleteRecords(ids);
          announce(words.deleted);
        } else setSure(true);
      }}
    >
      {sure ? words.deleteSure : words.deleteAll}
    </Button>
  );
}
