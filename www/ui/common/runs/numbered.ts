import type { RunRecord } from "../../../state/runRecord";
import type { LineLook } from "../../../viz/lineLooks";

export interface NumberedRun {
  readonly record: RunRecord;
  /** 1 for the oldest run that is kept. */
  readonly number: number;
  /** The run before it in time; null for the oldest. */
  readonly before: RunRecord | null;
}

/** A run whose curve is drawn. */
export interface DrawnRun extends NumberedRun {
  readonly look: LineLook;
}

/** Runs with their numbers, in the order given: newest first. */
export function numbered(records: readonly RunRecord[]): NumberedRun[] {
  return records.map((record, index) => ({
    record,
    number: records.length - index,
    before: records[index + 1] ?? null,
  }));
}
