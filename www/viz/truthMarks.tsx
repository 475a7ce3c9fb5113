// What every axis of agreement shows: the value with its interval, chance, and the best possible.
import type { VNode } from "preact";
import { snap } from "./marks";
import type { Theme } from "./tokens";

/** One method's agreement with what was planted; shares from 0 to 1. */
export interface Agreed {
  readonly right: number;
  /** Half width of its interval; null where too few clicks were asked: drawn, not scored. */
  readonly half: number | null;
  readonly chance: number | null;
}

/** A share's place on an axis. */
export type Place = (share: number) => number;

/** A line from 0 to 100 % with its marks; `best` stands on it as tall as chance, unbroken. */
export function agreementAxis(
  { right, half, chance }: Agreed,
  best: number | null,
  place: Place,
  y: number,
  theme: Theme,
): VNode {
  const clamp = (share: number) => place(Math.min(1, Math.max(0, share)));
  return (
    <g>
      <path d={`M${place(0)} ${snap(y)}H${place(1)}`} stroke={theme("edge")} />
      {chance !== null && (
        <path d={`M${snap(place(chance))} ${y - 8}v16`} stroke={theme("ink-2")} stroke-dasharray="3 2" />
      )}
      {best !== null && <path d={`M${snap(place(best))} ${y - 8}v16`} stroke={theme("ink-2")} />}
      {half !== null && (
        <rect
          x={clamp(right - half)}
          y={y - 3}
          width={Math.max(1, clamp(right + half) - clamp(right - half))}
          height={6}
          rx={2}
          fill={theme("bar")}
        />
      )}
      {half === null ? (
        <circle cx={place(right)} cy={y} r={4} fill={theme("paper")} stroke={theme("ink")} stroke-width={1.5} />
      ) : (
        <circle cx={place(right)} cy={y} r={4.5} fill={theme("ink")} />
      )}
    </g>
  );
}

/** Where a label of this width stands so that it stays between `low` and `high`. */
export function inside(middle: number, width: number, low: number, high: number): number {
  return Math.min(Math.max(middle, low + width / 2), high - width / 2);
}
