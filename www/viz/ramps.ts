/** A ramp of nine stops, named after its CSS variables: weights on paper, or signed values around paper. */
export type Ramp = "seq" | "div";

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

/** CSS colour of a level. It names variables, so a change of theme needs no redraw. */
export function levelColour(ramp: Ramp, level: number): string {
  const stop = Math.floor(level / STEPS);
  const step = level % STEPS;
  if (step === 0) return `var(--${ramp}-${stop})`;
  return `color-mix(in oklab, var(--${ramp}-${stop + 1}) ${(step * 100) / STEPS}%, var(--${ramp}-${stop}))`;
}
