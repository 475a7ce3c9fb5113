// One run of the comparison in the trainer: from opening the data to its end, however it ends.
import { batch, signal } from "@preact/signals";
import { type DataSource, type TrainerClient, type TrainerEvent, WorkerFailure } from "../worker/client";
import type { PlannedRun } from "./comparePlan";
import { summary } from "./opened";
import { openRun, type Run, reduceRun } from "./runs";
import { openOnTrainer, trainer } from "./trainer";

export type ComparePhase = "idle" | "preparing" | "training" | "paused" | "testing" | "stopping";

export const phase = signal<ComparePhase>("idle");
export const underWay = signal<PlannedRun | null>(null);
/** The run under way, as far as it is. */
export const live = signal<Run | null>(null);

/** A run that is over; `best` is the model of its best evaluation, null where it did not come so far. */
export type RunEnd =
  | { readonly kind: "finished" | "stopped"; readonly best: Uint8Array | null }
  | { readonly kind: "failed"; readonly failure: WorkerFailure };

let listening = false;
/** Ends the wait for the run under way. */
let settle: ((end: RunEnd) => void) | null = null;
let best: Uint8Array | null = null;
/** A run also rests before its first step; only a rest that was asked for is a pause. */
let pauseAsked = false;

/** Trains one run to its end. Whatever fails is an end, too. */
export async function runOne(connection: TrainerClient, run: PlannedRun, data: DataSource): Promise<RunEnd> {
  if (!listening) connection.on(hear);
  listening = true;
  batch(() => {
    phase.value = "preparing";
    underWay.value = run;
    live.value = null;
  });
  best = null;
  pauseAsked = false;
  try {
    const { device } = await openOnTrainer(connection, data);
    const ended = new Promise<RunEnd>((resolve) => {
      settle = resolve;
    });
    const { runId, start } = await connection.start({
      config: run.config,
      warmStart: null,
      checkpoint: null,
      isKept: false,
      limitMs: null,
    });
    const attributes = summary.peek()?.attributes.map((attribute) => attribute.name) ?? [];
    live.value = openRun({ id: runId, config: run.config, start, device, attributes });
    if (isStopping()) await connection.stop();
    else {
      phase.value = "training";
      connection.play();
    }
    return await ended;
  } catch (cause) {
    if (!(cause instanceof WorkerFailure)) throw cause;
    return { kind: "failed", failure: cause };
  } finally {
    settle = null;
  }
}

/** Nothing is under way any more. */
export function endRuns(): void {
  batch(() => {
    phase.value = "idle";
    underWay.value = null;
    live.value = null;
  });
}

export function isStopping(): boolean {
  return phase.peek() === "stopping";
}

function hear(event: TrainerEvent): void {
  const now = live.peek();
  if (!now || event.runId !== now.id) return;
  live.value = reduceRun(now, event);
  if (event.type === "snapshot" && event.best) best = event.bytes.slice();
  if (event.type === "phase" && event.phase === "paused" && pauseAsked && !isStopping()) phase.value = "paused";
  if (event.type === "finished") settle?.({ kind: event.reason === "stopped" ? "stopped" : "finished", best });
  if (event.type === "crashed") settle?.({ kind: "failed", failure: event.failure });
}

export async function pauseAll(): Promise<void> {
  if (phase.peek() !== "training") return;
  pauseAsked = true;
  await trainer()?.pause();
}

export function goOn(): void {
  if (phase.peek() !== "paused") return;
  pauseAsked = false;
  phase.value = "training";
  trainer()?.play();
}

/** Ends the run under way without a result; a run that is being ranked is still kept. */
export async function stopAll(): Promise<void> {
  const before = phase.peek();
  if (before === "idle" || before === "stopping") return;
  phase.value = "stopping";
  if (before === "training" || before === "paused") await trainer()?.stop();
}
