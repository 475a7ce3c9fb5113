// Models differ by line and mark, never by hue: colour is a source. In a key a line has a length of its own on either side of its
// mark, and each of these shows what it is within it.
import type { VNode } from "preact";

export interface LineLook {
  /** Dashes and gaps in pixels; null: solid. */
  readonly dash: string | null;
  readonly mark: "hexagon" | "ring" | "square" | "diamond";
}

export const LINE_LOOKS: readonly LineLook[] = [
  { dash: null, mark: "hexagon" },
  { dash: "6 3", mark: "ring" },
  { dash: "2 3", mark: "square" },
  { dash: "8 3 2 3", mark: "diamond" },
];

const CORNERS: Readonly<Record<Exclude<LineLook["mark"], "ring">, { corners: number; from: number; grow: number }>> = {
  hexagon: { corners: 6, from: 0, grow: 1.15 },
  square: { corners: 4, from: 45, grow: 1.2 },
  diamond: { corners: 4, from: 0, grow: 1.4 },
};

/** The outline of a mark around a point. A ring is a circle whose inside the caller leaves empty. */
export function markPath(mark: LineLook["mark"], x: number, y: number, radius: number): string {
  if (mark === "ring") {
    const d = 2 * radius;
    return `M${x - radius} ${y}a${radius} ${radius} 0 1 0 ${d} 0a${radius} ${radius} 0 1 0 ${-d} 0Z`;
  }
  const { corners, from, grow } = CORNERS[mark];
  const points = Array.from({ length: corners }, (_, index) => {
    const angle = ((from + (360 / corners) * index) * Math.PI) / 180;
    const at = (centre: number, part: number) => (centre + radius * grow * part).toFixed(2);
    return `${at(x, Math.cos(angle))} ${at(y, Math.sin(angle))}`;
  });
  return `M${points.join("L")}Z`;
}

export interface MarkPaint {
  readonly colour: string;
  readonly paper: string;
}

/** A mark on a line; a circle for lines without a look. `halo`: with paper around it, where it stands on other lines. */
export function lineMark(
  look: LineLook | null,
  at: { readonly x: number; readonly y: number },
  radius: number,
  { colour, paper }: MarkPaint,
  halo = false,
): VNode {
  const isRing = look?.mark === "ring";
  const stroke = isRing ? colour : halo ? paper : undefined;
  const paint = { fill: isRing ? paper : colour, stroke, "stroke-width": stroke && 1.5 };
  if (!look) return <circle cx={at.x} cy={at.y} r={radius} {...paint} />;
  return <path d={markPath(look.mark, at.x, at.y, radius)} {...paint} />;
}

/** Half of the room a mark takes in a key, with paper around it. */
export const KEY_MARK = 5;

/** A piece of line with its mark in the middle. Both halves begin at the ends, so that the same dashes show on either side. */
export function lineKey(
  look: LineLook | null,
  x: number,
  y: number,
  width: number,
  { colour, paper }: MarkPaint,
  strokeWidth: string,
): VNode {
  const half = width / 2 - KEY_MARK;
  const line = {
    fill: "none",
    stroke: colour,
    "stroke-width": strokeWidth,
    "stroke-dasharray": look?.dash ?? undefined,
  };
  return (
    <g>
      <path d={`M${x} ${y}h${half}`} {...line} />
      <path d={`M${x + width} ${y}h${-half}`} {...line} />
      {lineMark(look, { x: x + width / 2, y }, 3.2, { colour, paper })}
    </g>
  );
}

/** Width of a key where there is no other reason. */
export const KEY_WIDTH = 40;
