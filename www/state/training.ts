// Steers training: between the trainer worker, the engine that answers the visitor's session, and the panel that shows it.
// The trainer is handed in, so a test can drive this without a worker.
import { batch, computed, effect, signal } from "@preact/signals";
import type { RunConfig } from "../engine.ts";
import { type Backend, type TrainerClient, type TrainerEvent, WorkerFailure } from "../worker/client";
import type { Checkpoint } from "../worker/protocol";
import { canonicalJson } from "./canonical";
import { carryCheckpoint, dropCheckpoint, keepCheckpoint } from "./checkpoints";
import { current, set } from "./current";
import { totalEpochs } from "./epochs";
import { followForm, form, setForm } from "./form";
import { holder } from "./holder";
import { bestModel, type LiveModel, newestModel } from "./liveModel";
import { ofData, source, summary } from "./opened";
import { backendOf } from "./paces";
import { question } from "./question";
import { beginModels, endModels, keepModel, type ModelLabel, nameModels } from "./runModel";
import { keepSnapshot } from "./runSnapshots";
import { isOver, type Kept, openRun, type Run, reduceRun, remaining, reopenRun } from "./runs";
import { systemOf, systems } from "./systems";
import {
  forgetOpened,
  holdTrainer,
  openOnTrainer,
  prepareTrainer,
  releaseTrainer,
  startedTrainer,
  trainer,
} from "./trainer";

/** A run that ended without being asked to: what happened, and what of it is kept. */
export interface LostRun {
  readonly device: "cpu" | "webgpu";
  readonly failure: WorkerFailure;
  readonly kept: Kept | null;
  /** The step up to which nothing at all is lost, the optimiser's state included. */
  readonly whole: number | null;
}

export const run = ofData<Run | null>(null);
/** Work before a run exists. */
export const preparing = signal(false);
/** The Compare panel is training: no run can start here. */
export const blocked = computed(() => holder.value === "compare");
/** Why a run could not start. */
export const refused = ofData<WorkerFailure | null>(null);
export const lost = ofData<LostRun | null>(null);
const measuredOn = computed(() => run.value?.config.training.eval_sessions ?? null);
/** Floors and ceiling on the same sample of validation sessions as the run's own metrics; null until they are measured. */
export const runFloors = question("floors", () =>
  measuredOn.value === null ? null : { split: "valid", sessions: measuredOn.value },
).value;
/** When the compiling phase began, in the page's clock; null outside it. */
export const compilingSince = signal<number | null>(null);

/** Name of the model in the run on screen; null without one, or while the engine has not named its systems. */
export const runName = computed(() => {
  const now = run.value;
  return now ? (systemOf(now.config, systems.value)?.name ?? null) : null;
});
/** Settings that differ from the run on screen, which therefore need a new one. */
export const changed = computed(() => {
  const now = run.value;
  if (now === null || form.value === null) return false;
  return now.limitMs !== timeLimit() || canonicalJson(now.config) !== canonicalJson(form.value);
});

/** What the visitor allows the next run, in milliseconds. */
export function timeLimit(): number | null {
  const { value } = current.minutes;
  return value === null ? null : value * 60_000;
}

export const playing = computed(() => {
  const now = run.value;
  return now !== null && !isOver(now) && now.phase !== "paused";
});

let prepared = false;
let listening = false;

/** Called once, before the panel is shown. */
export function prepareTraining(connect: () => TrainerClient, label: ModelLabel): void {
  if (prepared) return;
  prepared = true;
  prepareTrainer(connect);
  nameModels(label);
  followForm();
  effect(() => releaseWhenIdle(run.value));
}

export function undoChanges(): void {
  const now = run.peek();
  if (!now) return;
  setForm(now.config);
  set({ minutes: now.limitMs === null ? null : now.limitMs / 60_000 });
}

/** Starts a run if there is none to go on with, and lets it go. */
export async function play(): Promise<void> {
  if (await ready()) startedTrainer()?.play();
}

/** One step; a new run is prepared for it if there is none. */
export async function step(): Promise<void> {
  if (await ready()) startedTrainer()?.step();
}

export async function pause(): Promise<void> {
  await startedTrainer()?.pause();
}

export async function stop(): Promise<void> {
  if (holder.peek() === "train") await startedTrainer()?.stop();
}

export async function restart(): Promise<void> {
  const config = form.peek();
  if (config && (await startRun(config))) startedTrainer()?.play();
}

/** Goes on where the run was last written down, else from the kept weights, or from the start where none were kept. */
export async function resume(on: Backend): Promise<void> {
  const old = run.peek();
  if (!old) return;
  set({ device: on });
  const newest = newestModel.peek();
  const from: From | null =
    written?.run === old.id
      ? { ...written, run: old }
      : newest && { run: old, warm: newest.bytes, trained: remaining(old) };
  if (await startRun(old.config, from)) startedTrainer()?.play();
}

/** What a run goes on from. */
export type From = { readonly run: Run; readonly trained: RunConfig } & (
  | { readonly warm: Uint8Array }
  | { readonly checkpoint: Checkpoint; readonly models?: Readonly<Record<"newest" | "best", LiveModel | null>> }
);

/** The run on screen as it was last written down, and what the trainer was given for it. */
let written: { readonly run: number; readonly checkpoint: Checkpoint; readonly trained: RunConfig } | null = null;
let trained: RunConfig | null = null;

async function ready(): Promise<boolean> {
  const now = run.peek();
  if (now && !isOver(now)) return true;
  const config = form.peek();
  return config !== null && (await startRun(config));
}

/** True when a run is there and paused. */
export async function startRun(config: RunConfig, from: From | null = null): Promise<boolean> {
  const data = source.peek();
  const attributes = summary.peek()?.attributes.map(({ name }) => name) ?? [];
  const connection = trainer();
  if (!data || !connection || preparing.peek() || !holdTrainer("train")) return false;
  batch(() => {
    preparing.value = true;
    refused.put(null);
    lost.put(null);
  });
  try {
    listenTo(connection);
    await connection.stop();
    // The end of the old run has given the trainer back.
    if (!holdTrainer("train")) return false;
    // What goes on stays on its device: on another one its numbers would be others.
    const { device } = await openOnTrainer(connection, data, from ? undefined : () => backendOf(config));
    trained = from?.trained ?? config;
    const checkpoint = from && "checkpoint" in from ? from.checkpoint : null;
    const warmStart = from && "warm" in from ? from.warm : null;
    const limitMs = from ? from.run.limitMs : timeLimit();
    // What ran before the trainer counts anew has had its part of the time.
    const before = from ? (checkpoint ? from.run.elapsedBeforeMs : from.run.elapsedMs) : 0;
    const { runId, start } = await connection.start({
      ...{ config: trained, warmStart, checkpoint, isKept: true },
      limitMs: limitMs === null ? null : limitMs - before,
    });
    if (source.peek() !== data) return false;
    carryCheckpoint(runId, from?.run.id ?? null);
    const given = { id: runId, config, start, device, attributes, limitMs };
    batch(() => {
      if (from && checkpoint) run.put(reopenRun(from.run, checkpoint.place, given));
      else run.put(openRun(from ? { ...given, continues: from.run } : given));
      if (from && "models" in from) {
        newestModel.put(from.models?.newest ?? null);
        bestModel.put(from.models?.best ?? null);
      }
      beginModels(from !== null);
    });
    return true;
  } catch (cause) {
    if (!(cause instanceof WorkerFailure)) throw cause;
    forgetOpened();
    refused.put(cause, data);
    return false;
  } finally {
    preparing.value = false;
    releaseWhenIdle(run.peek());
  }
}

function releaseWhenIdle(now: Run | null): void {
  if (!preparing.peek() && (now === null || isOver(now))) releaseTrainer("train");
}

function listenTo(connection: TrainerClient): void {
  if (listening) return;
  listening = true;
  connection.on(hear);
}

function hear(event: TrainerEvent): void {
  const now = run.peek();
  // Also where its data is open no more, and nobody draws it.
  if (event.type === "finished") dropCheckpoint(event.runId);
  if (event.type === "crashed") compilingSince.value = null;
  if (!now || event.runId !== now.id) return;
  batch(() => {
    const next = reduceRun(now, event);
    run.put(next);
    if (event.type === "phase") compilingSince.value = event.phase === "compiling" ? performance.now() : null;
    if (event.type === "crashed" && event.failure.detail.code === "diverged") dropCheckpoint(now.id);
    if (event.type === "crashed") {
      const whole = written?.run === next.id ? written.checkpoint.place.step + next.base.step : null;
      lost.put({ device: event.device, failure: event.failure, kept: next.last, whole });
    }
    if (event.type === "snapshot" && next.last) {
      keepModel(next.last, event);
      keepSnapshot(next, source.peek(), totalEpochs(next.config), event.bytes);
    }
    if (event.type === "checkpoint") writeDown(next, event);
    if (event.type === "finished") endModels(event);
  });
}

function writeDown(now: Run, { bytes, place }: Checkpoint): void {
  const given = trained ?? now.config;
  const checkpoint = { bytes, place };
  written = { run: now.id, checkpoint, trained: given };
  const name = systemOf(now.config, systems.peek())?.name ?? "";
  keepCheckpoint(now, checkpoint, { trained: given, name, data: summary.peek()?.name ?? "" });
}
