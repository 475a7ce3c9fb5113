import type { Ramp, Theme, Token } from "./tokens";

const STOPS = 9;
/** Steps between two stops. 33 levels in all: finer than an eye tells apart, few enough for one path each. */
const STEPS = 4;
/** Number of colours a map may use. */
export const LEVELS = (STOPS - 1) * STEPS + 1;

/** Level of a position on the ramp: 0 at its first stop, 1 at its last; outside is clamped. */
export function levelAt(position: number): number {
  const clamped = Number.isNaN(position) ? 0 : Math.min(1, Math.max(0, position));
  return Math.round(clamped * (LEVELS - 1));
}

/** Level of a weight between 0 and `bound`. */
export function weightLevel(value: number, bound: number): number {
  return levelAt(bound > 0 ? value / bound : 0);
}

/** Level of a signed value: zero is always the middle, so that sign reads as hue. */
export function signedLevel(value: number, bound: number): number {
  return levelAt(bound > 0 ? 0.5 + value / (2 * bound) : 0.5);
}

/** The level that says nothing: no weight, or a score of zero. */
export function neutralLevel(ramp: Ramp): number {
  return ramp === "seq" ? 0 : (LEVELS - 1) / 2;
}

function stopToken(ramp: Ramp, stop: number): Token {
  // There are nine stops, 0 to 8, and levels only between them.
  return `${ramp}-${stop}` as Token;
}

/** Colour of a level in a theme. */
export function levelColour(theme: Theme, ramp: Ramp, level: number): string {
  const stop = Math.floor(level / STEPS);
  const step = level % STEPS;
  if (step === 0) return theme(stopToken(ramp, stop));
  return theme(stopToken(ramp, stop), stopToken(ramp, stop + 1), step / STEPS);
}

/** The levels of the stops: what a key of the ramp shows. */
export const STOP_LEVELS: readonly number[] = Array.from({ length: STOPS }, (_, index) => index * STEPS);
