// What was put right and what could not be read, by kind and with the place where it first stands; nothing is dropped in silence.
import { t } from "../../../content";
import { csvText } from "../../../viz/csv";
import type { ImportReport, Problem } from "../../../worker/importProtocol";
import { Button } from "../../common/Button";
import { count } from "../../common/format";
import { saveFile } from "../../common/saveFile";
import { chooseRows } from "./chooseRows";
import { answer } from "./intake";
import { type Kind, kindsOf } from "./kindsOf";
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
          <h4>{words.repaired}</h4>
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
      <Kinds title={words.leftOut} kinds={kindsOf(problems.filter(isRow))} />
      <Kinds title={words.worthKnowing} kinds={kindsOf(problems.filter((one) => !isRow(one)))} />
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

/** What stands in a line leaves a row out; what is said of a whole file is to be known. */
const isRow = ({ line }: Problem) => line !== null;

function Kinds({ title, kinds }: { title: string; kinds: readonly Kind[] }) {
  if (kinds.length === 0) return null;
  return (
    <>
      <h4>{title}</h4>
      <dl class="intake-kinds">
        {kinds.map((kind) => (
          <div key={`${kind.first.code} ${placeOf(kind.first)}`}>
            <dt>{count(kind.count)}</dt>
            <dd>
              {t().data.error.foundExpected(importSaid(kind.first.found), importSaid(kind.first.expected))}{" "}
              {importSaid(kind.first.advice)} <span class="note">{placeOf(kind.first)}</span>
              <Others kind={kind} />
            </dd>
          </div>
        ))}
      </dl>
    </>
  );
}

/** The other rows of a kind, each with its line and what stands there. */
function Others({ kind: { others, count: rows } }: { kind: Kind }) {
  const words = t().imported.odd;
  if (rows === 1) return null;
  const unlisted = rows - 1 - others.length;
  return (
    <details class="intake-others">
      <summary>{words.others(rows - 1, count(rows - 1))}</summary>
      <ul>
        {others.map(({ line, found }) => (
          <li key={line}>{words.at(count(line ?? 0), importSaid(found))}</li>
        ))}
        {unlisted > 0 && <li>{words.unlisted(unlisted, count(unlisted))}</li>}
      </ul>
    </details>
  );
}

function placeOf({ file, line, column }: Problem): string {
  const { of, inColumn } = t().imported.odd;
  const place = of(file, line === null ? null : count(line));
  return column === null ? place : inColumn(place, column);
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
