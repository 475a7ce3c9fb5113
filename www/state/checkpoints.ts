// Keeps the run under way so that it outlives the page, and finds one that did. Two tabs may train: each keeps its own run, and holds a
// lock for as long as it lives, so that no other tab takes over what still goes on.
import { signal } from "@preact/signals";
import type { Checkpoint, DataSource } from "../worker/protocol";
import type { Size } from "./byteSize";
import { CheckpointStore, type KeptRun, type ListedRun } from "./checkpointStore";
import { current } from "./current";
import { openChannel, type Unkept, whyUnkept } from "./database";
import { interrupted } from "./holder";
import { bestModel, newestModel } from "./liveModel";
import { source } from "./opened";
import type { Run } from "./runs";

interface Mine {
  readonly id: string;
  /** The run whose record it is; one that goes on after a crash is the same one. */
  run: number;
  readonly data: DataSource;
  /** What is kept of it: nothing yet, the run, and the visitor's own data with it. */
  isKept: boolean;
  hasData: boolean;
}

/** Why the run under way could not be written down the last time; null where it was. */
export const runUnkept = signal<Unkept | null>(null);
/** Counts what was written and deleted, here and in other tabs. */
export const underWayChanges = signal(0);
const CHANNEL = "dif-sr-lab under way";
let channel: BroadcastChannel | null = null;
/** The run of this page as it was last written down; null where it was not, or is over. */
export const writtenRun = signal<KeptRun | null>(null);

let opening: Promise<CheckpointStore | null> | null = null;
/** The record of this page's run. */
let mine: Mine | null = null;
/** What is to be written next: a newer one takes the place of an older one that waits. */
let waiting: KeptRun | null = null;
let writing: Promise<void> = Promise.resolve();

const store = () => (opening ??= open());
const lockOf = (id: string) => `dif-sr-lab run ${id}`;

async function open(): Promise<CheckpointStore | null> {
  const opened = await CheckpointStore.open();
  if (!opened) return null;
  channel = openChannel(CHANNEL);
  if (channel) {
    channel.onmessage = () => {
      underWayChanges.value += 1;
    };
  }
  opened.onEmptied(() => {
    // The run under way goes on, and is written down whole with its next steps.
    if (mine) mine.isKept = mine.hasData = false;
    interrupted.value = null;
    underWayChanges.value += 1;
  });
  return opened;
}

function tellChange(): void {
  underWayChanges.value += 1;
  channel?.postMessage("changed");
}

/** Whether the run of this page outlives it. */
export function outlives(run: Run | null): boolean {
  return run !== null && mine?.run === run.id && mine.isKept;
}

/** The run is this page's for as long as the page lives; false where another tab has it. */
function claim(id: string): Promise<boolean> {
  const { locks } = navigator;
  // Old browsers have no locks; a second tab then offers what this one still trains.
  if (!locks) return Promise.resolve(true);
  return new Promise((resolve) => {
    locks
      .request(lockOf(id), { ifAvailable: true }, (lock) => {
        resolve(lock !== null);
        return lock ? new Promise(() => undefined) : undefined;
      })
      .catch(() => resolve(true));
  });
}

/** What a run has told of itself; `trained` is what the trainer was given, and the names are for whoever is asked. */
export function keepCheckpoint(
  run: Run,
  checkpoint: Checkpoint,
  given: Pick<KeptRun, "trained" | "name" | "data">,
): void {
  const data = source.peek();
  if (!data) return;
  if (mine && mine.data !== data) dropCheckpoint(mine.run);
  if (!mine) {
    const id = `${Date.now()}-${Math.random().toString(36).slice(2, 8)}`;
    mine = { id, run: run.id, data, isKept: false, hasData: false };
    void claim(id);
  }
  mine.run = run.id;
  const { loss, id: _, ...rest } = run;
  waiting = writtenRun.value = {
    id: mine.id,
    saved: Date.now(),
    step: run.step,
    epoch: run.epoch,
    ...given,
    key: current.data.peek(),
    run: { ...rest, loss: loss.kept },
    checkpoint,
    newest: newestModel.peek(),
    best: bestModel.peek(),
  };
  writing = writing.then(write);
}

async function write(): Promise<void> {
  const record = waiting;
  waiting = null;
  // A newer one was written in its place, or the run ended meanwhile and has nothing left to go on with.
  if (!record || mine?.id !== record.id) return;
  const now = mine;
  try {
    const opened = await store();
    await opened?.put(record, now.data.kind === "files" && !now.hasData ? now.data : null);
    now.isKept = now.hasData = opened !== null;
    runUnkept.value = opened ? null : "blocked";
  } catch (cause) {
    // What was kept before is still there, and older than it should be.
    now.isKept = false;
    runUnkept.value = whyUnkept(cause);
  }
  tellChange();
}

/** Another run begins. It goes on with an earlier one, `from`, and with what is kept of that; or nobody wants that any more. */
export function carryCheckpoint(run: number, from: number | null): void {
  if (!mine) return;
  if (from === null) dropCheckpoint(mine.run);
  else if (mine.run === from) mine.run = run;
  else {
    // It goes on with a run of elsewhere: what is kept of the one before is offered again later.
    mine = null;
    writtenRun.value = null;
  }
}

/** A run is over: it needs no going on. */
export function dropCheckpoint(run: number): void {
  if (mine?.run !== run) return;
  const { id } = mine;
  mine = null;
  runUnkept.value = null;
  writtenRun.value = null;
  writing = writing.then(() => remove(id));
}

async function remove(id: string): Promise<void> {
  await (await store())?.remove(id).catch(() => undefined);
  tellChange();
}

/** Looks for a run that was broken off and that no other tab still trains. */
export async function lookForInterrupted(): Promise<void> {
  const [newest] = await brokenOff(await list());
  interrupted.value = newest ?? null;
}

const list = async () => (await (await store())?.list().catch(() => null)) ?? [];

/** Newest first. */
async function brokenOff(all: readonly ListedRun[]): Promise<ListedRun[]> {
  const free = await Promise.all(all.map(async ({ id }) => id !== mine?.id && (await isFree(id))));
  return all.filter((_, index) => free[index]);
}

export interface UnderWay {
  readonly runs: Size;
  /** The visitor's own data, with the runs on it. */
  readonly data: Size;
  /** How many of the runs nobody trains. */
  readonly brokenOff: number;
}

/** What is kept of runs that are not over, those of other tabs included. */
export async function sizeUnderWay(): Promise<UnderWay> {
  const all = await list();
  const sum = (sizes: readonly number[]): Size => ({ count: sizes.length, bytes: sizes.reduce((a, b) => a + b, 0) });
  const withData = all.filter(({ dataBytes }) => dataBytes > 0);
  return {
    runs: sum(all.map(({ bytes }) => bytes)),
    data: sum(withData.map(({ dataBytes }) => dataBytes)),
    brokenOff: (await brokenOff(all)).length,
  };
}

async function isFree(id: string): Promise<boolean> {
  const { locks } = navigator;
  if (!locks) return true;
  return locks.request(lockOf(id), { ifAvailable: true }, async (lock) => lock !== null);
}

/** The run that was broken off, as it was written down; null where it is gone. */
export async function interruptedRun(id: string): Promise<KeptRun | null> {
  return (await (await store())?.run(id).catch(() => null)) ?? null;
}

/** The whole of a run that was broken off, for this tab alone; null where it is gone, or another tab has it. */
export async function takeOver(id: string): Promise<{ run: KeptRun; data: DataSource | null } | null> {
  if (!(await claim(id))) return null;
  try {
    const opened = await store();
    const run = await opened?.run(id);
    const data = run?.key.kind === "own" ? ((await opened?.dataOf(id)) ?? null) : null;
    // Files have numbers of their visit: without their content they are nobody's.
    return run && (run.key.kind === "shop" || data) ? { run, data } : null;
  } catch {
    return null;
  }
}

/** It goes on here, as this run. */
export function adopt(kept: KeptRun, run: Run): void {
  const data = source.peek();
  if (!data) return;
  mine = { id: kept.id, run: run.id, data, isKept: true, hasData: true };
  writtenRun.value = kept;
}

/** Nobody wants it to go on. */
export async function forgetInterrupted(): Promise<void> {
  const gone = interrupted.peek();
  if (gone && (await claim(gone.id))) await remove(gone.id);
  await lookForInterrupted();
}

/** Nobody wants any of those that were broken off. */
export async function forgetAllInterrupted(): Promise<void> {
  for (const { id } of await brokenOff(await list())) if (await claim(id)) await remove(id);
  await lookForInterrupted();
}
