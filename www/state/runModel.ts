// The models of the run under way: each snapshot may answer the visitor's session, and what the run ends with can be chosen later.
import { batch, computed } from "@preact/signals";
import { type TrainerEvent, WorkerFailure } from "../worker/client";
import { current, set } from "./current";
import { FIRST_SYSTEM } from "./firstSystem";
import { BEST, bestModel, type LiveModel, NEWEST, newestModel } from "./liveModel";
import { shop } from "./opened";
import type { Kept } from "./runs";
import { shelveRun } from "./shelveRun";

/** Which model answers the visitor's session: of the run, at its newest or its best, one of the page, or another trained here. */
export type Answering = "newest" | "best" | "ready" | "kept";
/** Names the model of an epoch; with its run where there may be several. */
export type ModelLabel = (epoch: number, run?: number) => string;

export const answering = computed<Answering>(() => {
  const wanted = current.model.value;
  if (wanted === NEWEST) return "newest";
  if (wanted === BEST) return "best";
  return wanted.includes(":") ? "kept" : "ready";
});
/** True while the page brings models for the data that is open. */
export const hasReady = computed(() => shop.value !== null);

/** The ready model that answered before the run. */
let lastReady: string = FIRST_SYSTEM;
let labelOf: ModelLabel = String;

export function nameModels(label: ModelLabel): void {
  labelOf = label;
}

/** Chooses which model answers the visitor's session. */
export function answerWith(choice: Exclude<Answering, "kept">): void {
  set({ model: choice === "newest" ? NEWEST : choice === "best" ? BEST : lastReady });
}

/** A run begins: its newest model answers, unless it goes on from another and that one's best was wanted. */
export function beginModels(goesOn: boolean): void {
  if (!goesOn) {
    newestModel.put(null);
    bestModel.put(null);
  }
  if (answering.peek() === "ready") lastReady = current.model.peek();
  if (answering.peek() !== "best" || !goesOn) set({ model: NEWEST });
}

/** Weights of a place in the run. */
export function modelOf(kept: Kept, bytes: Uint8Array): LiveModel {
  return { ...kept, label: labelOf(kept.epoch), bytes };
}

/** The newest and the best are kept, and no other. */
export function keepModel(kept: Kept, { bytes, best }: Extract<TrainerEvent, { type: "snapshot" }>): void {
  const model = modelOf(kept, bytes);
  batch(() => {
    newestModel.put(model);
    if (best) bestModel.put(model);
  });
}

/** What a run ends with can be chosen later, whatever answers meanwhile; after an end of its own the best answers. */
export function endModels({ runId, reason }: Extract<TrainerEvent, { type: "finished" }>): void {
  const last = bestModel.peek() ?? newestModel.peek();
  if (last) {
    shelveRun(`run-${runId}`, last.bytes, labelOf(last.epoch, runId)).catch((cause: unknown) => {
      // An engine that is restarting cannot look at it now; the run itself still has it.
      if (!(cause instanceof WorkerFailure)) throw cause;
    });
  }
  if (reason !== "stopped" && answering.peek() === "newest") answerWith("best");
}
