import type { RunRecord } from "../../../state/runRecord";
import type { LineLook } from "../../../viz/lineLooks";

export interface ListedRun {
  readonly record: RunRecord;
  /** The run before it in time; null for the oldest. */
  readonly before: RunRecord | null;
}

/** A run whose curve is drawn. */
export interface DrawnRun extends ListedRun {
  readonly look: LineLook;
}

/** Runs with what came before them, in the order given: newest first. */
export function listed(records: readonly RunRecord[]): ListedRun[] {
  return records.map((record, index) => ({ record, before: records[index + 1] ?? null }));
}
