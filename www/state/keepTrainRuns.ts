// Runs of the Train panel go into the history when they are over.
import { effect } from "@preact/signals";
import type { RunConfig } from "../engine.ts";
import type { System } from "./compareApi";
import { systems } from "./compareChoice";
import { addRecord, openIdentity, prepareHistory } from "./runHistory";
import { recordOf } from "./runRecord";
import { run } from "./training";

/** The system a configuration is; null for a setting that has no row of its own in the result table. */
export function systemOf(config: RunConfig, all: readonly System[]): System | null {
  const { kind } = config.model;
  const fusion = "fusion" in config.model ? String(config.model.fusion) : null;
  const variant = all.find(({ id }) => id === `${kind}-${fusion}`);
  if (variant) return variant;
  // The first of a family bears its bare name; it is the one that no variant describes.
  const isFirst = fusion === null || fusion === "sum";
  return isFirst ? (all.find(({ id }) => id === kind) ?? null) : null;
}

let kept = false;

/** Called once, before the history is shown. `nameOf`: the name of a setting that is no system. */
export function keepTrainRuns(nameOf: (config: RunConfig) => string): void {
  if (kept) return;
  kept = true;
  void prepareHistory();
  let last: number | null = null;
  effect(() => {
    const now = run.value;
    // A run whose device was lost has no finish: it may go on.
    if (!now?.finish || now.id === last || now.evaluations.length === 0) return;
    const data = openIdentity.peek();
    if (data === null) return;
    last = now.id;
    const system = systemOf(now.config, systems.peek());
    const given = {
      origin: "train",
      data,
      system: system?.id ?? null,
      name: system?.name ?? nameOf(now.config),
      test: null,
      hasWeights: false,
    } as const;
    void addRecord(recordOf({ ...now, finish: now.finish }, given), null);
  });
}
