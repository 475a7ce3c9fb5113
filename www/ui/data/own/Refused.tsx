// Files that cannot be read as they are: where, what stands there, what should, what to do. What was open is untouched.
import { t } from "../../../content";
import { summary } from "../../../state/opened";
import { Button } from "../../common/Button";
import { dataName } from "../../common/dataName";
import { count, percent } from "../../common/format";
import { Notice } from "../../common/Notice";
import { chooseRows } from "./chooseRows";
import { answer, isReading } from "./intake";
import { importSaid } from "./said";

export function Refused() {
  const refused = answer.value?.report.refused;
  if (!refused) return null;
  const { error } = t().data;
  const { odd } = t().imported;
  const { file, line, found, expected, advice, tally } = refused;
  return (
    <Notice
      isBad
      buttons={
        tally && (
          <Button disabled={isReading.value} onClick={() => void chooseRows(file, "leave out")}>
            {odd.leaveOut(tally.bad, count(tally.bad))}
          </Button>
        )
      }
    >
      <b>{line === null ? error.file(file) : error.line(file, count(line))}</b>{" "}
      {error.foundExpected(importSaid(found), importSaid(expected))} {importSaid(advice)}{" "}
      {tally && odd.canBeRead(percent(1 - tally.bad / tally.rows, 0))} {summary.value && error.kept(dataName())}
    </Notice>
  );
}
