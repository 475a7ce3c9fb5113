// The runs that are over on the open data: what was changed from one to the next, and their curves over each other.
import { signal } from "@preact/signals";
import { useRef, useState } from "preact/hooks";
import { t } from "../../../content";
import { withoutMarks } from "../../../content/marks";
import { current } from "../../../state/current";
import { type Measured, measured } from "../../../state/measured";
import { deleteRecords, recordsElsewhere, recordsHere, runsUnkept } from "../../../state/runHistory";
import { bestEpoch, type RunRecord } from "../../../state/runRecord";
import { LINE_LOOKS } from "../../../viz/lineLooks";
import { announce } from "../Announcer";
import { Button } from "../Button";
import { count, decimal } from "../format";
import { fraction } from "../formatMore";
import { SureButton } from "../SureButton";
import "../../../styles/runs.css";
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
  const table = useRef<HTMLElement>(null);
  const forget = (ids: readonly string[]) => {
    void deleteRecords(ids);
    announce(words.deleted);
    // The button that was pressed is gone with its run.
    table.current?.focus({ preventScroll: true });
  };
  const runs = listed(recordsHere.value);
  if (runs.length === 0) return null;
  const shown = all ? runs : runs.slice(0, IN_VIEW);
  const curves = drawnRuns(runs);
  return (
    <section class="run-history">
      <h3 id="runs-title">{words.title}</h3>
      <p class="note">
        {words.lede} {recordsElsewhere.value > 0 && t().compare.otherData(count(recordsElsewhere.value))}{" "}
        {runsUnkept.value && t().compare.notKept[runsUnkept.value]}
      </p>
      <HistoryChart runs={curves} />
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard */}
      <section class="table-scroll" aria-labelledby="runs-title" tabIndex={0} ref={table}>
        <table class="table results-table run-table">
          <thead>
            <tr>
              <th scope="col" class="numeric">
                {words.number}
              </th>
              <th scope="col">{words.model}</th>
              <th scope="col">{words.changed}</th>
              <th scope="col" class="numeric">
                {words.best(t().compare.chartTitle(metricLabel(JUDGED)))}
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
              <HistoryRow key={run.record.id} run={run} curves={curves} forget={forget} />
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
        <SureButton
          look="link"
          label={words.deleteAll}
          question={words.deleteSure}
          onSure={() => forget(runs.map((run) => run.record.id))}
        />
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

interface HistoryRowProps {
  readonly run: ListedRun;
  readonly curves: readonly DrawnRun[];
  readonly forget: (ids: readonly string[]) => void;
}

function HistoryRow({ run, curves, forget }: HistoryRowProps) {
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
          {(record.finish === "stopped" || record.finish === "time") && `, ${words[record.finish]}`}
        </span>
      </th>
      <td class="run-changes">{before ? changesInWords(before, record) : words.first}</td>
      <td class="numeric">
        {at ? (
          <>
            <b>{fraction(at.value)}</b> <span class="results-error">{t().train.error(fraction(at.error))}</span>
            <span class="row-note">{words.bestAt(count(at.epoch))}</span>
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
      <td class="run-delete">
        <SureButton
          look="icon"
          icon="close"
          label={words.delete(label)}
          question={words.deleteThis}
          onSure={() => forget([record.id])}
        />
      </td>
    </tr>
  );
}

/** The metric at the best epoch of the run, and which that is. */
function bestOf(record: RunRecord): (Measured & { readonly epoch: number }) | null {
  const best = record.best ?? record.evaluations.at(-1);
  const at = best && measured(best.metrics[current.history.value], JUDGED.name, JUDGED.k);
  return best && at ? { ...at, epoch: bestEpoch({ ...record, best }) ?? best.epoch } : null;
}
