// What is known of the planned runs: those that are finished, those that failed, those to come.
import { computed } from "@preact/signals";
import type { WorkerFailure } from "../worker/client";
import { planned } from "./compareChoice";
import { recordFor, runKey } from "./comparePlan";
import { ofData } from "./opened";
import { openIdentity, recordsHere } from "./runHistory";
import type { RunRecord } from "./runRecord";

/** Why a run of the plan has no result, by `runKey`. */
export const failures = ofData<ReadonlyMap<string, WorkerFailure>>(new Map());

/** Finished runs of the plan, by `runKey`. */
export const results = computed(() => {
  const data = openIdentity.value;
  const found = new Map<string, RunRecord>();
  if (data === null) return found;
  for (const run of planned.value) {
    const record = recordFor(run, recordsHere.value, data);
    if (record) found.set(runKey(run), record);
  }
  return found;
});

export const missing = computed(() => planned.value.filter((run) => !results.value.has(runKey(run))));
