// The one trainer worker of the page: which data it has open, on which device, and who is using it. Two panels train, and
// only one run can be under way at a time.
import { batch, effect, signal } from "@preact/signals";
import type { RunConfig } from "../engine.ts";
import type { Backend, DataSource, Opened, TrainerClient } from "../worker/client";
import { isOfFetch } from "../worker/failure";
import { current } from "./current";
import { ended, holder, type TrainerUser, trainsOn } from "./holder";
import { source as openSource } from "./opened";

let connect: (() => TrainerClient) | null = null;
let begin: (client: TrainerClient) => void = () => undefined;
let connection: TrainerClient | null = null;
interface Opening {
  readonly source: DataSource;
  readonly backend: Backend;
}
/** What the trainer has open. */
let has: Opening | null = null;
/** The data of whoever holds it. */
let heldFor: DataSource | null = null;

/** Since when a warm-up has been compiling what a run will need, in the page's clock; null outside one. */
export const warmingSince = signal<number | null>(null);
/** Bytes of the GPU's engine, while they arrive; the total is null where the host does not tell it. */
export const gpuBytes = signal<{ readonly received: number; readonly total: number | null } | null>(null);
/** The warm-up under way, and its end, however it comes. */
let warming: (Opening & { over: Promise<void> }) | null = null;
/** The last one that was let go to its end: what failed would fail again. */
let warmed: Opening | null = null;

/** Called by every panel that trains, before it is shown; the first call counts. `onStart` is told of the trainer when it is started. */
export function prepareTrainer(connectTrainer: () => TrainerClient, onStart = begin): void {
  if (connect) return;
  connect = connectTrainer;
  begin = onStart;
  effect(() => {
    // A run on data that is open no more has nothing left to tell.
    if (openSource.value !== has?.source) void connection?.stop();
  });
}

/** The trainer, started if need be; null before a panel has prepared it. */
export function trainer(): TrainerClient | null {
  if (!connection && connect) {
    connection = connect();
    begin(connection);
    connection.on((event) => {
      if (event.type === "crashed") forgetOpened();
    });
    connection.onProgress((received, total) => {
      gpuBytes.value = received === total ? null : { received, total };
    });
  }
  return connection;
}

/** One beside it, for whoever wants to know something of a device and lets it go. */
export function anotherTrainer(): TrainerClient | null {
  return connect?.() ?? null;
}

/** The trainer, if it has been started. */
export function startedTrainer(): TrainerClient | null {
  return connection;
}

function isOn(opening: Opening | null, source: DataSource, wanted: Backend): boolean {
  return opening?.source === source && opening.backend === wanted;
}

/**
 * Has a GPU compile, before anyone waits for it, what a run of these settings needs. Once for every data set and device, never while
 * somebody trains. Whatever fails here shows again, with its reason, when a run is asked for.
 */
export function warmUp(source: DataSource, config: RunConfig, wanted: Backend): void {
  if (isOn(warming ?? warmed, source, wanted)) return;
  endWarmUp();
  if (wanted === "cpu" || holder.peek() !== null || isOn(has, source, wanted)) return;
  const client = trainer();
  if (!client) return;
  warmingSince.value = performance.now();
  const mine = { source, backend: wanted, over: Promise.resolve() };
  warming = mine;
  mine.over = client.warmUp(source, wanted, config).then(
    (found) => settleWarmUp(mine, found),
    () => settleWarmUp(mine, null),
  );
}

function settleWarmUp(mine: Opening, found: Opened | null): void {
  // One that was ended has nothing to say.
  if (warming !== mine) return;
  stopWaiting();
  warmed = mine;
  if (!found) return;
  trainsOn.value = found;
  has = mine;
}

function stopWaiting(): void {
  warming = null;
  batch(() => {
    warmingSince.value = null;
    gpuBytes.value = null;
  });
}

/** Ends a warm-up that is under way: its device or its data are wanted no more. */
export function endWarmUp(): void {
  if (!warming) return;
  stopWaiting();
  connection?.endWarmUp();
}

/** Opens the data on a device, unless it is open there already. A warm-up of the same is waited for: it does that. */
export async function openOnTrainer(
  client: TrainerClient,
  source: DataSource,
  device = (): Backend => current.device.peek(),
): Promise<Opened> {
  if (!isOn(warming, source, device())) endWarmUp();
  await warming?.over;
  const wanted = device();
  const known = trainsOn.peek();
  if (known && isOn(has, source, wanted) && !awaitsGpu(known)) return known;
  const found = await client.open(source, wanted).finally(() => {
    gpuBytes.value = null;
  });
  trainsOn.value = found;
  has = { source, backend: wanted };
  return found;
}

/** The GPU engine was not built yet when it was asked for, or did not arrive: whether it does now is asked anew. */
function awaitsGpu({ gpu }: Opened): boolean {
  if (gpu.usable) return false;
  return gpu.code === "being_built" || (gpu.code === "load_failed" && isOfFetch(gpu.reason));
}

/** After a failure nobody knows what the worker still has. */
export function forgetOpened(): void {
  has = null;
}

/** True when the caller may start a run; it then holds the trainer until it releases it. */
export function holdTrainer(user: TrainerUser): boolean {
  if (holder.peek() !== null && holder.peek() !== user) return false;
  heldFor = openSource.peek();
  batch(() => {
    holder.value = user;
    ended.put(null);
  });
  return true;
}

export function releaseTrainer(user: TrainerUser): void {
  if (holder.peek() !== user) return;
  batch(() => {
    holder.value = null;
    // Of a run on other data nobody wants to know the end.
    ended.put(user, heldFor);
  });
}
