// Runs of the Train panel go into the history when they are over, each with the weights of its best evaluation.
import { effect } from "@preact/signals";
import type { RunConfig } from "../engine.ts";
import { isOnShelf } from "./keptModels";
import { bestModel } from "./liveModel";
import { source } from "./opened";
import { addRecord, openIdentity, prepareHistory } from "./runHistory";
import { recordOf } from "./runRecord";
import { systemOf, systems } from "./systems";
import { run } from "./training";

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
    const data = openIdentity.value;
    const of = source.peek();
    if (data === null || !of) return;
    last = now.id;
    const system = systemOf(now.config, systems.peek());
    const best = bestModel.peek();
    const weights = best && best.step === now.best?.step ? best.bytes : null;
    const given = {
      origin: "train",
      data,
      system: system?.id ?? null,
      name: system?.name ?? nameOf(now.config),
      test: null,
      hasWeights: weights !== null,
    } as const;
    void addRecord(recordOf({ ...now, finish: now.finish }, given), weights).then((record) => isOnShelf(record, of));
  });
}
