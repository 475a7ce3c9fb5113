// What a check is given, and what it finds.
import type { Catalogue } from "../../engine.ts";
import type { Experiment } from "../../state/experiment";
import type { Ask } from "../../state/question";
import type { RunRecord } from "../../state/runRecord";
import type { Values } from "../common/values";

export interface Now {
  readonly state: Experiment;
  /** The session on screen, and the one that the exercise began with; oldest first. */
  readonly items: readonly number[];
  readonly start: readonly number[];
  readonly catalogue: Catalogue;
  /** Of this visit and of before, on the data that is open. */
  readonly records: readonly RunRecord[];
  /** What was done on the way, by exercises that want several things done. */
  readonly done: ReadonlyMap<string, number>;
  /** From 1; null: none was chosen. */
  readonly choice: number | null;
}

export interface Found {
  /** 0 to 1. */
  readonly near: number;
  readonly isSolved: boolean;
  readonly places: Values;
  /** The second of two sentences. */
  readonly isThen?: boolean;
  /** The session is not the one that the exercise began with and one change: there is nothing to measure. */
  readonly isOff?: boolean;
  /** Something that counts was done, and has to be remembered. */
  readonly did?: readonly [string, number];
}

export type Check = (ask: Ask, now: Now) => Promise<Found>;

export const MAIN = "main";
/** A share that is not there yet looks like it. */
const ALMOST = 0.99;

export const clamp = (value: number, most = 1): number =>
  Number.isFinite(value) ? Math.min(Math.max(value, 0), most) : 0;

/** Near, where only the predicate itself may say that it is solved. */
export function found(near: number, isSolved: boolean, places: Values = {}, more: Partial<Found> = {}): Found {
  return { near: isSolved ? 1 : clamp(near, ALMOST), isSolved, places, ...more };
}

export const largestAt = (values: readonly number[]): number => values.indexOf(Math.max(...values));
