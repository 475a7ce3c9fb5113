// The model of the run under way, as far as it is: what the trainer sends, for whoever wants it to answer the visitor's session.
import { ofData } from "./opened";

export interface LiveModel {
  readonly epoch: number;
  readonly step: number;
  /** Which run, how far: in words. */
  readonly label: string;
  readonly bytes: Uint8Array;
}

/** The newest snapshot, and the best by the trainer's rule; null without a run, or before its first snapshot. */
export const newestModel = ofData<LiveModel | null>(null);
export const bestModel = ofData<LiveModel | null>(null);

/** Keys of these two, where a model is chosen by its key. */
export const NEWEST = "run:newest";
export const BEST = "run:best";
