// Steers training: between the trainer worker, the engine that answers the visitor's session, and the panel that shows it.
// The trainer is handed in, so a test can drive this without a worker.

import { batch, computed, effect, signal } from "@preact/signals";
import type { Floors, RunConfig } from "../engine.ts";
import { type Backend, type DataSource, type TrainerClient, type TrainerEvent, WorkerFailure } from "../worker/client";
import { current, set } from "./current";
import { client } from "./engine";
import { BEST, bestModel, type LiveModel, NEWEST, newestModel } from "./liveModel";
import { shop, source, summary } from "./opened";
import { isOver, type Kept, openRun, type Run, reduceRun, remaining } from "./runs";
import { shelveRun } from "./shelveRun";
import { fetchSystems, nearestSystem, systemOf, systems } from "./systems";
import {
  backend,
  forgetOpened,
  holder,
  holdTrainer,
  openOnTrainer,
  prepareTrainer,
  releaseTrainer,
  startedTrainer,
  trainer,
} from "./trainer";

/** Which model answers the visitor's session: of the run, at its newest or its best, one of the page, or another trained here. */
export type Answering = "newest" | "best" | "ready" | "kept";
export type WeightsLabel = (epoch: number, run?: number) => string;

/** The model in the form before the visitor chooses one. */
const FIRST_SYSTEM = "dif_sr";

/** A run that ended without being asked to: what happened, and what of it is kept. */
export interface Loss {
  readonly device: "cpu" | "webgpu";
  readonly failure: WorkerFailure;
  readonly kept: Kept | null;
}

/** What the settings say; null until the engine has named its defaults for the data. */
export const form = signal<RunConfig | null>(null);
export const run = signal<Run | null>(null);
/** Work before a run exists. */
export const preparing = signal(false);
/** The Compare panel is training: no run can start here. */
export const blocked = computed(() => holder.value === "compare");
/** Why a run could not start. */
export const refused = signal<WorkerFailure | null>(null);
export const loss = signal<Loss | null>(null);
export const answering = computed<Answering>(() => {
  const wanted = current.model.value;
  if (wanted === NEWEST) return "newest";
  if (wanted === BEST) return "best";
  return wanted.includes(":") ? "kept" : "ready";
});
/** True while the page brings models for the data that is open. */
export const hasReady = computed(() => shop.value !== null);
/** The ready model that answered before the run. */
let lastReady = FIRST_SYSTEM;
/** Floors and ceiling on the same sample of validation sessions as the run's own metrics. */
export const runFloors = signal<Floors | null>(null);
/** When the compiling phase began, in the page's clock; null outside it. */
export const compilingSince = signal<number | null>(null);

/** By system, as far as they were asked for. */
const defaults = signal<Readonly<Record<string, RunConfig>>>({});
/** The system that the form describes. */
export const formSystem = computed(() => (form.value ? nearestSystem(form.value, systems.value) : null));
/** Its defaults. */
export const defaultForm = computed(() => defaults.value[formSystem.value?.id ?? ""] ?? null);
/** Name of the model in the run on screen; null without one, or while the engine has not named its systems. */
export const runName = computed(() => {
  const now = run.value;
  return now ? (systemOf(now.config, systems.value)?.name ?? null) : null;
});

/** Settings that differ from the run on screen, which therefore need a new one. */
export const changed = computed(() => {
  const now = run.value;
  return now !== null && form.value !== null && JSON.stringify(now.config) !== JSON.stringify(form.value);
});
export const playing = computed(() => {
  const now = run.value;
  return now !== null && !isOver(now) && now.phase !== "paused";
});

let prepared = false;
let listening = false;
/** Names the weights of an epoch for the model's own description; with their run where there may be several. */
let labelOf: WeightsLabel = String;

/** Called once, before the panel is shown. */
export function prepareTraining(connect: () => TrainerClient, label: WeightsLabel): void {
  if (prepared) return;
  prepared = true;
  prepareTrainer(connect);
  labelOf = label;
  effect(() => {
    // Other data: nothing of the old run fits it. The client is there as soon as the engine runs.
    if (source.value && client.value) void forgetRun();
  });
  effect(() => {
    // A fusion that is a system of its own has defaults of its own.
    if (formSystem.value) void defaultConfig(formSystem.value.id);
  });
  effect(() => releaseWhenIdle(run.value));
}

async function forgetRun(): Promise<void> {
  defaults.value = {};
  batch(() => {
    run.value = null;
    loss.value = null;
    refused.value = null;
    runFloors.value = null;
    form.value = null;
  });
  if (holder.peek() === "train") void startedTrainer()?.stop();
  await fetchSystems();
  form.value = await defaultConfig(FIRST_SYSTEM);
}

async function defaultConfig(system: string): Promise<RunConfig | null> {
  const of = source.peek();
  const known = defaults.peek()[system];
  if (known) return known;
  const config = (await client.peek()?.ask("defaultConfig", { system })) ?? null;
  if (config && source.peek() === of) defaults.value = { ...defaults.peek(), [system]: config };
  return config;
}

/** The next model's defaults with what the visitor set; `defaults` are those of the model before. */
export type CarryOver = (visitor: RunConfig, defaults: RunConfig, next: RunConfig) => RunConfig;

/** Another model, with its own defaults and what `carry` takes over from the form. */
export async function chooseSystem(
  system: string,
  carry: CarryOver = (_visitor, _defaults, next) => next,
): Promise<void> {
  const next = await defaultConfig(system);
  const old = form.peek();
  if (!next || !old || formSystem.peek()?.id === system) return;
  const before = defaultForm.peek();
  form.value = before ? carry(old, before, next) : next;
}

export function undoChanges(): void {
  form.value = run.peek()?.config ?? form.peek();
}

export async function resetForm(): Promise<void> {
  form.value = await defaultConfig(formSystem.peek()?.id ?? FIRST_SYSTEM);
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

/** Goes on from the kept weights, or from the start where none were kept. */
export async function resume(on: Backend): Promise<void> {
  const old = run.peek();
  if (!old) return;
  backend.value = on;
  const newest = newestModel.peek();
  const warm = newest ? { from: old, bytes: newest.bytes } : null;
  if (await startRun(old.config, warm)) startedTrainer()?.play();
}

async function ready(): Promise<boolean> {
  const now = run.peek();
  if (now && !isOver(now)) return true;
  const config = form.peek();
  return config !== null && (await startRun(config));
}

/** True when a run is there and paused. */
async function startRun(config: RunConfig, warm: { from: Run; bytes: Uint8Array } | null = null): Promise<boolean> {
  const data = source.peek();
  const names = summary.peek()?.attributes.map((attribute) => attribute.name) ?? [];
  const connection = trainer();
  if (!data || !connection || preparing.peek() || !holdTrainer("train")) return false;
  batch(() => {
    preparing.value = true;
    refused.value = null;
    loss.value = null;
  });
  try {
    listenTo(connection);
    await connection.stop();
    // The end of the old run has given the trainer back.
    if (!holdTrainer("train")) return false;
    const { device } = await openOnTrainer(connection, data);
    const { runId, start } = await connection.start(warm ? remaining(warm.from) : config, warm?.bytes);
    if (source.peek() !== data) return false;
    batch(() => {
      if (!warm) {
        newestModel.put(null);
        bestModel.put(null);
      }
      const given = { id: runId, config, start, device, attributes: names };
      run.value = openRun(warm ? { ...given, continues: warm.from } : given);
      if (answering.peek() === "ready") lastReady = current.model.peek();
      if (answering.peek() !== "best" || !warm) set({ model: NEWEST });
    });
    void measureFloors(config, data);
    return true;
  } catch (cause) {
    if (!(cause instanceof WorkerFailure)) throw cause;
    forgetOpened();
    refused.value = cause;
    return false;
  } finally {
    preparing.value = false;
    releaseWhenIdle(run.peek());
  }
}

async function measureFloors(config: RunConfig, data: DataSource): Promise<void> {
  const measured = await client.peek()?.ask("floors", { split: "valid", sessions: config.training.eval_sessions });
  if (measured && source.peek() === data) runFloors.value = measured;
}

function releaseWhenIdle(now: Run | null): void {
  if (now === null || isOver(now)) releaseTrainer("train");
}

function listenTo(connection: TrainerClient): void {
  if (listening) return;
  listening = true;
  connection.on(hear);
}

function hear(event: TrainerEvent): void {
  const now = run.peek();
  if (event.type === "crashed") compilingSince.value = null;
  if (!now || event.runId !== now.id) return;
  batch(() => {
    const next = reduceRun(now, event);
    run.value = next;
    if (event.type === "phase") compilingSince.value = event.phase === "compiling" ? performance.now() : null;
    if (event.type === "crashed") {
      loss.value = { device: event.device, failure: event.failure, kept: next.last };
    }
  });
  if (event.type === "snapshot") keep(event.bytes, event.best);
  if (event.type === "finished") shelve(now.id);
  if (event.type === "finished" && event.reason !== "stopped" && answering.peek() === "newest") answerWith("best");
}

/** What a run ends with can be chosen later, whatever answers meanwhile. */
function shelve(runId: number): void {
  const ended = bestModel.peek() ?? newestModel.peek();
  if (!ended) return;
  shelveRun(`run-${runId}`, ended.bytes, labelOf(ended.epoch, runId)).catch((cause: unknown) => {
    // An engine that is restarting cannot look at it now; the run itself still has it.
    if (!(cause instanceof WorkerFailure)) throw cause;
  });
}

function keep(bytes: Uint8Array, isBest: boolean): void {
  const kept = run.peek()?.last;
  if (!kept) return;
  const model: LiveModel = { ...kept, label: labelOf(kept.epoch), bytes };
  batch(() => {
    newestModel.put(model);
    if (isBest) bestModel.put(model);
  });
}

/** Chooses which model answers the visitor's session. */
export function answerWith(choice: Exclude<Answering, "kept">): void {
  set({ model: choice === "newest" ? NEWEST : choice === "best" ? BEST : lastReady });
}
