// The systems of the comparison as rows: what its figure, its tables and its verdict share.
import { computed } from "@preact/signals";
import type { RunConfig, System } from "../../../engine.ts";
import { blocked } from "../../../state/compare";
import { budget, planned } from "../../../state/compareChoice";
import { chosenSystems, runKey } from "../../../state/comparePlan";
import { failures, results } from "../../../state/compareResults";
import { live, phase, underWay } from "../../../state/compareRun";
import { type Summary, summarise } from "../../../state/compareStats";
import { current } from "../../../state/current";
import { client } from "../../../state/engine";
import { measured } from "../../../state/measured";
import type { RunRecord } from "../../../state/runRecord";
import type { Evaluation } from "../../../state/runs";
import { systems } from "../../../state/systems";
import { LINE_LOOKS, type LineLook } from "../../../viz/lineLooks";
import type { WorkerFailure } from "../../../worker/client";
import type { MetricChoice } from "./metrics";

export interface Row {
  readonly system: System;
  readonly look: LineLook;
  /** As it is trained with the first seed. */
  readonly config: RunConfig | null;
  /** Finished runs, one a seed. */
  readonly records: readonly RunRecord[];
  readonly failed: readonly { readonly seed: number; readonly failure: WorkerFailure }[];
  /** The run under way is this system's. */
  readonly isUnderWay: boolean;
}

const PLAIN: LineLook = { dash: null, mark: "hexagon" };

/** A row for each chosen system, in the engine's order. It does not change from step to step. */
export const rows = computed<readonly Row[]>(() => {
  const chosen = budget.value;
  if (!chosen) return [];
  return chosenSystems(chosen, systems.value).map((system, index) => {
    const runs = planned.value.filter((run) => run.system === system.id);
    return {
      system,
      look: LINE_LOOKS[index] ?? PLAIN,
      config: runs[0]?.config ?? null,
      records: runs.flatMap((run) => results.value.get(runKey(run)) ?? []),
      failed: runs.flatMap((run) => {
        const failure = failures.value.get(runKey(run));
        return failure ? [{ seed: run.seed, failure }] : [];
      }),
      isUnderWay: underWay.value?.system === system.id,
    };
  });
});

/** Evaluations of the run under way: the same array until there is one more. */
export const liveEvaluations = computed<readonly Evaluation[]>(() => live.value?.evaluations ?? []);

/** A metric on test over the finished seeds of a row; null before the first. */
export function onTest({ records }: Pick<Row, "records">, { name, k }: MetricChoice): Summary | null {
  const from = current.history.value;
  return summarise(records.flatMap(({ test }) => (test ? (measured(test[from], name, k) ?? []) : [])));
}

export const isTraining = computed(() => phase.value !== "idle");
export const isReady = computed(() => client.value !== null && budget.value !== null && !blocked.value);
