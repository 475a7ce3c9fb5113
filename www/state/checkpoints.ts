// Keeps the run under way so that it outlives the page, and finds one that did. Two tabs may train: each keeps its own run, and holds a
// lock for as long as it lives, so that no other tab takes over what still goes on.
import type { Checkpoint, DataSource } from "../worker/protocol";
import { CheckpointStore, type KeptRun } from "./checkpointStore";
import { current } from "./current";
import { interrupted } from "./holder";
import { bestModel, newestModel } from "./liveModel";
import { source } from "./opened";
import type { Run } from "./runs";

/** False once a run could not be kept: then leaving the page ends it. */
let keeps = true;
let opening: Promise<CheckpointStore | null> | null = null;
/** The record of this page's run. */
let mine: { readonly id: string; readonly run: number; hasData: boolean } | null = null;
/** One write after another: an older one never comes last. */
let writing: Promise<void> = Promise.resolve();

const store = () => (opening ??= CheckpointStore.open());
const lockOf = (id: string) => `dif-sr-lab run ${id}`;

/** Whether the run of this page outlives it. */
export function outlives(run: Run | null): boolean {
  return keeps && run !== null && mine?.run === run.id;
}

/** Takes over a record: it is this page's run from now on. */
export function adopt(id: string, run: number): void {
  mine = { id, run, hasData: true };
  hold(id);
}

/** For as long as the page lives. */
function hold(id: string): void {
  // Old browsers have no locks; a second tab then offers what this one still trains.
  void navigator.locks?.request(lockOf(id), () => new Promise(() => undefined)).catch(() => undefined);
}

/** What a run has told of itself; `trained` is what the trainer was given, and the names are for whoever is asked. */
export function keepCheckpoint(
  run: Run,
  checkpoint: Checkpoint,
  given: Pick<KeptRun, "trained" | "name" | "data">,
): void {
  if (mine?.run !== run.id) {
    const id = `${Date.now()}-${Math.random().toString(36).slice(2, 8)}`;
    mine = { id, run: run.id, hasData: false };
    hold(id);
  }
  const { id, hasData } = mine;
  const data = source.peek();
  if (!data) return;
  const { loss, id: _, ...rest } = run;
  const record: KeptRun = {
    id,
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
  const own = data.kind === "files" && !hasData ? data : null;
  writing = writing.then(() => write(record, own));
}

async function write(record: KeptRun, own: DataSource | null): Promise<void> {
  // A run that ended meanwhile has nothing left to go on with.
  if (mine?.id !== record.id) return;
  const opened = await store();
  keeps = opened !== null;
  try {
    await opened?.put(record, own);
    if (mine?.id === record.id) mine.hasData = true;
  } catch {
    // The disk is full: what was kept before is still there.
    keeps = false;
  }
}

/** The run is over: it needs no going on. */
export function dropCheckpoint(): void {
  const gone = mine;
  mine = null;
  if (gone) writing = writing.then(() => remove(gone.id));
}

async function remove(id: string): Promise<void> {
  await (await store())?.remove(id).catch(() => undefined);
}

/** Looks for a run that was broken off and that no other tab still trains. */
export async function lookForInterrupted(): Promise<void> {
  const all = (await (await store())?.runs().catch(() => [])) ?? [];
  for (const { id, step, epoch, saved, name, data } of all) {
    if (id === mine?.id || !(await isFree(id))) continue;
    interrupted.value = { id, step, epoch, saved, name, data };
    return;
  }
}

async function isFree(id: string): Promise<boolean> {
  const { locks } = navigator;
  if (!locks) return true;
  return locks.request(lockOf(id), { ifAvailable: true }, async (lock) => lock !== null);
}

/** The whole of it; null where it is gone. */
export async function keptRun(id: string): Promise<{ run: KeptRun; data: DataSource | null } | null> {
  const opened = await store();
  const run = (await opened?.runs())?.find((one) => one.id === id);
  return opened && run ? { run, data: await opened.dataOf(id) } : null;
}

/** Nobody wants it to go on. */
export async function forgetInterrupted(): Promise<void> {
  const gone = interrupted.peek();
  interrupted.value = null;
  if (gone) await remove(gone.id);
  await lookForInterrupted();
}
