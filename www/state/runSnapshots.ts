// Models along the way of the runs of this visit, so that what changes while a model learns can be asked of them afterwards, too. A
// few of each run are kept, evenly spread: where there are too many, every second one goes.
import { type ReadonlySignal, signal } from "@preact/signals";
import type { DataSource } from "../worker/client";
import { epochOf } from "./epochs";
import type { Run } from "./runs";
import { systemOf, systems } from "./systems";

export interface RunSnapshot {
  readonly step: number;
  /** Epochs trained, with their fraction. */
  readonly epoch: number;
  /** Mean total loss since the snapshot before; null without a step in between. */
  readonly loss: number | null;
  readonly bytes: Uint8Array;
}

export interface SnapshotRun {
  readonly id: number;
  /** Name of its system; empty for a setting that is none. */
  readonly name: string;
  readonly seed: number;
  readonly source: DataSource | null;
  readonly epochs: number;
  /** Oldest first. */
  readonly snapshots: readonly RunSnapshot[];
}

export const MOST_SNAPSHOTS = 24;
const MOST_RUNS = 3;
/** Of one run; large models keep fewer. */
const MOST_BYTES = 24e6;

const kept = signal<readonly SnapshotRun[]>([]);

/** Oldest first. */
export const snapshotRuns: ReadonlySignal<readonly SnapshotRun[]> = kept;

/** Mean loss of the steps behind `after`, up to `step`. */
function meanLoss({ loss }: Run, after: number, step: number): number | null {
  const { step: steps, total } = loss;
  let [sum, count] = [0, 0];
  for (let at = steps.length - 1; at >= 0; at--) {
    const here = steps[at] ?? 0;
    if (here <= after) break;
    const value = total[at];
    if (here > step || value === undefined || !Number.isFinite(value)) continue;
    sum += value;
    count += 1;
  }
  return count > 0 ? sum / count : null;
}

/** Every second one, the newest always among them. */
const thinned = (snapshots: readonly RunSnapshot[]) =>
  snapshots.filter((_, index) => (snapshots.length - 1 - index) % 2 === 0);

/** The model of a run at the step it has just told. */
export function keepSnapshot(run: Run, source: DataSource | null, epochs: number, bytes: Uint8Array): void {
  const { last } = run;
  if (!last) return;
  const before = kept.peek().find(({ id }) => id === run.id);
  const snapshots = before?.snapshots ?? [];
  const newest = snapshots.at(-1);
  if (newest && newest.step >= last.step) return;
  const loss = meanLoss(run, newest?.step ?? 0, last.step);
  const grown = [...snapshots, { step: last.step, epoch: epochOf(run, last.step), loss, bytes }];
  const isFull = grown.length > MOST_SNAPSHOTS || (grown.length > 4 && grown.length * bytes.length > MOST_BYTES);
  const name = systemOf(run.config, systems.peek())?.name ?? "";
  const { seed } = run.config.training;
  const now: SnapshotRun = { id: run.id, name, seed, source, epochs, snapshots: isFull ? thinned(grown) : grown };
  kept.value = [...kept.peek().filter(({ id }) => id !== run.id), now].slice(-MOST_RUNS);
}
