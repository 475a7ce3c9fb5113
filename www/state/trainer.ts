// The one trainer worker of the page: which data it has open, on which device, and who is using it. Two panels train, and
// only one run can be under way at a time.
import { signal } from "@preact/signals";
import type { Backend, DataSource, Opened, TrainerClient } from "../worker/client";

export type TrainerUser = "train" | "compare";

export const backend = signal<Backend>("auto");
/** The device the trainer found, and the verdict on WebGPU; null before the first run. */
export const opened = signal<Opened | null>(null);
/** Who has a run that is not over; null: the trainer is free. */
export const holder = signal<TrainerUser | null>(null);

let connect: (() => TrainerClient) | null = null;
let connection: TrainerClient | null = null;
/** What the trainer has open. */
let has: { source: DataSource; backend: Backend } | null = null;

/** Called by every panel that trains, before it is shown; the first call counts. */
export function prepareTrainer(connectTrainer: () => TrainerClient): void {
  connect ??= connectTrainer;
}

/** The trainer, started if need be; null before a panel has prepared it. */
export function trainer(): TrainerClient | null {
  if (!connection && connect) {
    connection = connect();
    connection.on((event) => {
      if (event.type === "crashed") forgetOpened();
    });
  }
  return connection;
}

/** The trainer, if it has been started. */
export function startedTrainer(): TrainerClient | null {
  return connection;
}

/** Opens the data on the chosen device, unless it is open there already. */
export async function openOnTrainer(client: TrainerClient, source: DataSource): Promise<Opened> {
  const wanted = backend.peek();
  const known = opened.peek();
  if (known && has?.source === source && has.backend === wanted) return known;
  const found = await client.open(source, wanted);
  opened.value = found;
  has = { source, backend: wanted };
  return found;
}

/** After a failure nobody knows what the worker still has. */
export function forgetOpened(): void {
  has = null;
}

/** True when the caller may start a run; it then holds the trainer until it releases it. */
export function holdTrainer(user: TrainerUser): boolean {
  if (holder.peek() !== null && holder.peek() !== user) return false;
  holder.value = user;
  return true;
}

export function releaseTrainer(user: TrainerUser): void {
  if (holder.peek() === user) holder.value = null;
}
