import { t } from "../../content";
import { writtenDate } from "../common/writtenDate";
import type { RecordedRun } from "./trained";

/** Beside numbers of runs that are not this visit's: when they were made, and with which seed. */
export function Stamp({ of }: { of: RecordedRun }) {
  return <span class="stamp">{t().lecture.recorded(writtenDate(of.date), of.seed)}</span>;
}
