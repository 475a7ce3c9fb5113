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
/** The device the trainer found, and the verdict on WebGPU; null before the first run. */
export const trainsOn = signal<Opened | null>(null);
