// What each column is for: a guess with its reason, which can be changed, over the first rows as they are read.
import { t } from "../../../content";
import type { ColumnReport, FileReport, ImportAnswer, Order, Sample } from "../../../worker/importProtocol";
import { Button } from "../../common/Button";
import { count } from "../../common/format";
import { inOneList } from "../../common/inOneList";
import { Select } from "../../common/Select";
import { SourceMark } from "../../common/SourceMark";
import { saveFile } from "../../common/saveFile";
import { attributeSources, type SourceView } from "../../common/sources";
import { ColumnDetails } from "./ColumnDetails";
import { saidOf } from "./chosen";
import { formatName } from "./formatName";
import { answer, choices, choose, logName, say } from "./intake";
import { choiceOf, OFFERED, type Offered, offeredOf } from "./roles";
import { reasonSaid } from "./said";

const SEPARATORS = [",", "\t", ";", "|", "::", " "];
const ENCODINGS = ["UTF-8", "UTF-16LE", "UTF-16BE", "Latin-1", "CP949", "GB18030"];
const ORDERS: readonly Order[] = ["time", "file", "file reversed"];

export function Columns() {
  const words = t().imported.columns;
  const found = answer.value;
  if (!found) return null;
  const { report } = found;
  const attributes = report.columns.filter(({ role }) => role === "attribute");
  const marks = attributeSources(attributes);
  const markOf = (column: ColumnReport) => marks[attributes.indexOf(column)];
  return (
    <>
      <p class="intake-lede">
        {report.format && words.lede(formatName(report.format))} {words.guess}
      </p>
      {reportedFiles(found).map(({ file, sample }) => (
        <OneFile
          key={file.name}
          sample={sample}
          file={file}
          columns={report.columns.filter((column) => column.file === file.name)}
          markOf={markOf}
        />
      ))}
      <Sum />
      <p class="data-buttons">
        {report.order && <OrderChoice order={report.order} log={logName.value} />}
        <Button
          icon="save"
          onClick={() => saveFile("columns.json", `${JSON.stringify(choices.value, null, 2)}\n`, "application/json")}
        >
          {words.save}
        </Button>
      </p>
    </>
  );
}

/** Those whose columns are read, the log first. */
function reportedFiles({ report, seen }: ImportAnswer) {
  const read = report.files.flatMap((file) => {
    const sample = seen.samples.find((one) => one.file === file.name);
    return sample ? [{ file, sample }] : [];
  });
  return read.sort((one, other) => Number(other.file.role === "log") - Number(one.file.role === "log"));
}

interface OneProps {
  readonly sample: Sample;
  readonly file: FileReport;
  readonly columns: readonly ColumnReport[];
  readonly markOf: (column: ColumnReport) => SourceView | undefined;
}

function OneFile({ sample, file, columns, markOf }: OneProps) {
  const words = t().imported.columns;
  if (columns.length === 0) return null;
  return (
    <section class="intake-file">
      <div class="intake-file-head">
        <h4>{sample.file}</h4>
        <Written sample={sample} file={file} />
      </div>
      <section class="table-scroll" aria-label={words.rowsCaption(sample.file)}>
        <table class="table intake-table">
          <caption class="visually-hidden">{words.rowsCaption(sample.file)}</caption>
          <thead>
            <tr>
              {columns.map((column, at) => (
                <th key={column.name} scope="col" abbr={column.name}>
                  <OneColumn
                    column={column}
                    index={at}
                    different={sample.different[at] ?? 0}
                    of={sample.looked_at}
                    first={sample.rows[0]?.[at]}
                    mark={markOf(column)}
                  />
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {sample.rows.map((row, at) => (
              <tr key={at}>
                {columns.map((column, index) => (
                  <td key={column.name} class={column.role === "ignore" ? "is-left-out" : ""}>
                    {row[index] === "" || row[index] === undefined ? <i class="note">{words.empty}</i> : row[index]}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </section>
      {sample.rows.length === 0 && <p class="note">{words.noRows}</p>}
    </section>
  );
}

/** How a file is written: separator, encoding, header. */
function Written({ sample, file }: { sample: Sample; file: FileReport }) {
  const words = t().imported.columns;
  const said = saidOf(choices.value, file.name);
  const { separator, encoding } = file;
  const options = (all: readonly string[], now: string | null, name: (one: string) => string) =>
    [...new Set([...(now === null ? [] : [now]), ...all])].map((value) => ({ value, label: name(value) }));
  return (
    <div class="intake-written">
      {sample.is_table && (
        <Select
          label={words.separator}
          options={options(SEPARATORS, separator, (one) => words.separators[one] ?? one)}
          value={separator ?? ","}
          onChange={(value) => say(file.name, { ...said, separator: value })}
        />
      )}
      <Select
        label={words.encoding}
        options={options(ENCODINGS, encoding, (one) => one)}
        value={encoding ?? "UTF-8"}
        onChange={(value) => say(file.name, { ...said, encoding: value })}
      />
      {sample.is_table && (
        <label class="intake-header">
          <input
            type="checkbox"
            checked={sample.has_header}
            onChange={(event) => say(file.name, { ...said, header: event.currentTarget.checked, columns: {} })}
          />{" "}
          {words.header}
        </label>
      )}
    </div>
  );
}

interface ColumnProps {
  readonly column: ColumnReport;
  readonly index: number;
  readonly different: number;
  readonly of: number;
  readonly first: string | undefined;
  readonly mark: SourceView | undefined;
}

function OneColumn({ column, index, different, of, first, mark }: ColumnProps) {
  const words = t().imported.columns;
  const now = offeredOf(column);
  const all: readonly Offered[] = OFFERED.includes(now) ? OFFERED : [now, ...OFFERED];
  return (
    <div class={column.role === "ignore" ? "intake-column is-left-out" : "intake-column"}>
      <span class="intake-column-name">
        {column.name} <span class="intake-first note">{first}</span>
      </span>
      <span class="intake-role">
        {mark && <SourceMark source={mark} />}
        <Select
          label={words.roleOf(column.name)}
          hideLabel
          options={all.map((value) => ({ value, label: words.roles[value] }))}
          value={now}
          onChange={(value) => choose(column.file, column.name, choiceOf(value))}
        />
      </span>
      <ColumnDetails column={column} index={index} />
      {of > 0 && <span class="note">{words.different(count(different), count(of))}</span>}
      <span class="note">{reasonSaid(column.reason)}</span>
    </div>
  );
}

/** What all of it comes to, as a sentence. */
function Sum() {
  const words = t().imported.columns;
  const report = answer.value?.report;
  if (!report?.raw || !report.order) return null;
  const { users, items, interactions } = report.raw;
  const names = [...new Set(report.columns.filter(({ role }) => role === "attribute").map(({ name }) => name))];
  const parts = [
    words.sum(words.sessions(users, count(users)), words.items(items, count(items)), count(interactions)),
    words.inOrder[report.order],
    names.length > 0 ? words.with(inOneList(names)) : words.without,
  ];
  return (
    <p class="intake-sum" role="status">
      {parts.join(", ")}.
    </p>
  );
}

function OrderChoice({ order, log }: { order: Order; log: string }) {
  const words = t().imported.columns;
  return (
    <Select
      label={words.order}
      options={ORDERS.map((value) => ({ value, label: words.orders[value] }))}
      value={order}
      onChange={(value) => say(log, { ...saidOf(choices.peek(), log), order: value })}
    />
  );
}
