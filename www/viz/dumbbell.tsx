// Before and after on one axis from zero: a line where it stood, a bar to where it stands, a mark there.
import type { VNode } from "preact";
import { snap } from "./marks";
import type { Theme } from "./tokens";

export interface Axis {
  readonly left: number;
  readonly width: number;
  /** At the right end; the left one is 0. */
  readonly most: number;
}

export function onAxis(value: number, { left, width, most }: Axis): number {
  return left + (most > 0 ? Math.min(1, Math.max(0, value / most)) * width : 0);
}

/** Where everything stood, through all rows. */
export function drawBase(base: number, axis: Axis, top: number, bottom: number, theme: Theme): VNode {
  return <path d={`M${snap(onAxis(base, axis) - 0.5)} ${top}V${bottom}`} stroke={theme("edge")} />;
}

/** The way from where it stood. */
export function drawChange(base: number, now: number, axis: Axis, y: number, theme: Theme): VNode {
  const [from, to] = [onAxis(base, axis), onAxis(now, axis)];
  return (
    <rect x={Math.min(from, to)} y={y - 3} width={Math.abs(to - from)} height={6} fill={theme("paper", "bar", 0.4)} />
  );
}

/** Where it stands: larger and in ink for what matters most. */
export function drawDot(now: number, axis: Axis, y: number, isLarge: boolean, theme: Theme): VNode {
  return (
    <circle
      cx={onAxis(now, axis)}
      cy={y}
      r={isLarge ? 5 : 4}
      fill={theme(isLarge ? "ink" : "bar")}
      stroke={theme("paper")}
      stroke-width={1.5}
    />
  );
}

/** A signed number as a bar from the middle of its box. */
export function drawSigned(value: number, most: number, x: number, width: number, y: number, theme: Theme): VNode {
  const half = width / 2;
  const long = most > 0 ? (Math.abs(value) / most) * half : 0;
  return <rect x={value < 0 ? x + half - long : x + half} y={y - 5} width={long} height={10} fill={theme("bar")} />;
}
