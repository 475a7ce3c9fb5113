// Steers training: between the trainer worker, the engine that answers the visitor's session, and the panel that shows it.
// The trainer is handed in, so a test can drive this without a worker.

import { batch, computed, effect, signal } from "@preact/signals";
import type { Floors, RunConfig } from "../engine.ts";
import { type Backend, type DataSource, type TrainerClient, type TrainerEvent, WorkerFailure } from "../worker/client";
import { client } from "./engine";
import { source, summary } from "./opened";
import { isOver, type Kept, openRun, type Run, reduceRun, remaining } from "./runs";
import { shelveRun } from "./shelveRun";
import { weights as answeringWeights, useShippedWeights, useWeights } from "./store";
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

/** Whose weights answer the visitor's session. */
export type Answering = "newest" | "best" | "shipped" | "kept";
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
export const answering = signal<Answering>("shipped");
/** True while the page brings weights for the data that is open. */
export const hasShipped = signal(false);
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

interface Weights extends Kept {
  readonly bytes: Uint8Array;
}
/** Weights of the run on screen: the newest, and the best by the trainer's rule. */
let newest: Weights | null = null;
let best: Weights | null = null;

/** The next weights for the engine, while it still loads the ones before. */
let waiting: Weights | null = null;
let handing = false;

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
  effect(() => {
    // The model's own menu leads back to the page's weights too.
    const { kind } = answeringWeights.value;
    if ((kind === "shipped" || kind === "kept") && waiting === null) answering.value = kind;
  });
  effect(() => releaseWhenIdle(run.value));
}

async function forgetRun(): Promise<void> {
  defaults.value = {};
  newest = null;
  best = null;
  batch(() => {
    run.value = null;
    loss.value = null;
    refused.value = null;
    runFloors.value = null;
    form.value = null;
    answering.value = "shipped";
    hasShipped.value = answeringWeights.peek().kind === "shipped";
  });
  if (holder.peek() === "train") void startedTrainer()?.stop();
  await fetchSystems();
  form.value = await defaultConfig(FIRST_SYSTEM);
}

async function defaultConfig(system: string): Promise<RunConfig | null> {
  const of = source.peek();
  const known = defaults.peek()[system];
  if (known) return known;
  const config = (await client.peek()?.defaultConfig(system)) ?? null;
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
    if (!warm) {
      newest = null;
      best = null;
    }
    batch(() => {
      const given = { id: runId, config, start, device, attributes: names };
      run.value = openRun(warm ? { ...given, continues: warm.from } : given);
      if (answering.peek() === "best" && !warm) answering.value = "newest";
      if (answering.peek() === "shipped" || answering.peek() === "kept") answering.value = "newest";
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
  const measured = await client.peek()?.floors("valid", config.training.eval_sessions);
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
  const weights = best ?? newest;
  if (!weights) return;
  shelveRun(`run-${runId}`, weights.bytes, labelOf(weights.epoch, runId)).catch((cause: unknown) => {
    // An engine that is restarting cannot look at them now; the run itself still has them.
    if (!(cause instanceof WorkerFailure)) throw cause;
  });
}

function keep(bytes: Uint8Array, isBest: boolean): void {
  const kept = run.peek()?.last;
  if (!kept) return;
  newest = { ...kept, bytes };
  if (isBest) best = newest;
  const mode = answering.peek();
  if (mode === "newest" || (mode === "best" && isBest)) void hand(newest);
}

/** Chooses whose weights answer the visitor's session. */
export function answerWith(choice: Answering): void {
  answering.value = choice;
  if (choice === "shipped") {
    waiting = null;
    void useShippedWeights();
    return;
  }
  const weights = choice === "best" ? (best ?? newest) : newest;
  if (weights) void hand(weights);
}

/** Hands weights to the engine, one set at a time; of those that arrive meanwhile only the last is used. */
async function hand(weights: Weights): Promise<void> {
  waiting = weights;
  if (handing) return;
  handing = true;
  try {
    while (waiting) {
      const next: Weights = waiting;
      waiting = null;
      await useWeights(next.bytes, labelOf(next.epoch));
    }
  } catch (cause) {
    // An engine that is restarting loads the weights it had by itself; the next snapshot reaches it again.
    if (!(cause instanceof WorkerFailure)) throw cause;
  } finally {
    handing = false;
  }
}
