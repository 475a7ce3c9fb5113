// What the whole page knows of training: who has a run under way, on which device, and whose run has ended without anybody having put
// away what it came to. Small, for every view reads it; what trains is trainer.ts.
import { signal } from "@preact/signals";
import type { Opened } from "../worker/client";
import { ofData } from "./opened";

export type TrainerUser = "train" | "compare";

/** Who has a run that is not over; null: the trainer is free. */
export const holder = signal<TrainerUser | null>(null);
/** Whose last run is over, until its end is put away, another run begins or other data is opened. */
export const ended = ofData<TrainerUser | null>(null);
/** A run that a reload, a crash or a closed lid has broken off, and that can go on; null: there is none, or nobody has looked yet. */
export const interrupted = signal<Interrupted | null>(null);

export interface Interrupted {
  readonly id: string;
  readonly step: number;
  readonly epoch: number;
  /** Milliseconds since 1970. */
  readonly saved: number;
  /** Name of the system, and of the data as the visitor knows it. */
  readonly name: string;
  readonly data: string;
}

/** The device the trainer found, and the verdict on WebGPU; null before the first run. */
export const trainsOn = signal<Opened | null>(null);
