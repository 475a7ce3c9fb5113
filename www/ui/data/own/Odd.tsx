// What was put right and what could not be read, by kind and with the place where it first stands; nothing is dropped in silence.
import { t } from "../../../content";
import { csvText } from "../../../viz/csv";
import type { ImportReport } from "../../../worker/importProtocol";
import { Button } from "../../common/Button";
import { DataTable } from "../../common/DataTable";
import { count } from "../../common/format";
import { saveFile } from "../../common/saveFile";
import { chooseRows } from "./chooseRows";
import { answer } from "./intake";
import { LEFT_OUT } from "./repairs";
import { importSaid } from "./said";

export function Odd() {
  const words = t().imported.odd;
  const report = answer.value?.report;
  if (!report) return null;
  const { repairs, problems } = report;
  const isNothing = repairs.length === 0 && problems.length === 0;
  return (
    <>
      <p class="intake-lede">{isNothing ? words.nothing : words.lede}</p>
      {repairs.length > 0 && (
        <>
          <h4>{words.byKind}</h4>
          <dl class="intake-kinds">
            {repairs.map(({ what, count: times, first }) => (
              <div key={`${what} ${first.file}`}>
                <dt>{count(times)}</dt>
                <dd>
                  {importSaid(what)}{" "}
                  <span class="note">{words.of(first.file, first.line === null ? null : count(first.line))}</span>{" "}
                  {what === LEFT_OUT && (
                    <Button look="link" onClick={() => void chooseRows(first.file, "refuse")}>
                      {words.takeBack}
                    </Button>
                  )}
                </dd>
              </div>
            ))}
          </dl>
        </>
      )}
      {problems.length > 0 && (
        <DataTable
          caption={words.first}
          columns={[
            { label: words.times, numeric: true },
            { label: words.file },
            { label: words.line, numeric: true },
            { label: words.column },
            { label: words.found },
            { label: words.expected },
            { label: words.advice },
          ]}
          rows={problems.map((problem) => [
            count(problem.count),
            problem.file,
            problem.line === null ? "–" : count(problem.line),
            problem.column ?? "–",
            importSaid(problem.found),
            importSaid(problem.expected),
            importSaid(problem.advice),
          ])}
        />
      )}
      {!isNothing && (
        <p class="data-buttons">
          <Button icon="save" onClick={() => saveFile("odd.csv", listOf(report), "text/csv;charset=utf-8")}>
            {words.save}
          </Button>
        </p>
      )}
    </>
  );
}

/** Every kind as a line: what the importer says, in its own words, for whoever mends the file. */
function listOf({ repairs, problems }: Pick<ImportReport, "repairs" | "problems">): string {
  const columns = ["count", "file", "line", "column", "found", "expected", "advice"].map((label) => ({ label }));
  const rows = [
    ...repairs.map(({ what, count: times, first }) => [times, first.file, first.line, null, what, null, null]),
    ...problems.map((one) => [one.count, one.file, one.line, one.column, one.found, one.expected, one.advice]),
  ];
  return csvText({ caption: "What was odd", facts: [], table: { columns, rows } });
}
