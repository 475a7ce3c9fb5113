// Files that cannot be read as they are: where, what stands there, what should, what to do. What was open is untouched.
import { t } from "../../../content";
import { summary } from "../../../state/opened";
import { dataName } from "../../common/dataName";
import { count } from "../../common/format";
import { Notice } from "../../common/Notice";
import { answer } from "./intake";
import { importSaid } from "./said";

export function Refused() {
  const refused = answer.value?.report.refused;
  if (!refused) return null;
  const { error } = t().data;
  const { file, line, found, expected, advice } = refused;
  return (
    <Notice isBad>
      <b>{line === null ? error.file(file) : error.line(file, count(line))}</b>{" "}
      {error.foundExpected(importSaid(found), importSaid(expected))} {importSaid(advice)}{" "}
      {summary.value && error.kept(dataName())}
    </Notice>
  );
}
