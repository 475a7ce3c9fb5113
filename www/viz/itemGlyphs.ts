// Values of one attribute are told apart by shape: colour stays the attribute's own.
import { rounded } from "./rounded";

export const GLYPHS = [
  "diamond",
  "square",
  "triangle",
  "circle",
  "plus",
  "down",
  "cross",
  "bow",
  "hourglass",
  "bar",
] as const;
/** "dot": values that have no shape of their own, and items without a value. */
export type Glyph = (typeof GLYPHS)[number] | "dot";

/** Shapes without an inside: they are drawn as lines, and heavier where others are filled. */
export function isOpen(glyph: Glyph): boolean {
  return glyph === "plus" || glyph === "cross" || glyph === "bar";
}

/** A shape about as heavy as a circle of radius `r`, its middle at (x, y). */
export function glyphPath(glyph: Glyph, x: number, y: number, r: number): string {
  const at = (dx: number, dy: number) => `${rounded(x + dx * r, 1)} ${rounded(y + dy * r, 1)}`;
  const outline = (...corners: readonly (readonly [number, number])[]) =>
    `M${corners.map(([dx, dy]) => at(dx, dy)).join("L")}z`;
  const round = (radius: number) => {
    const size = rounded(radius, 1);
    const across = rounded(2 * size, 1);
    return `M${rounded(x - size, 1)} ${rounded(y, 1)}a${size} ${size} 0 1 0 ${across} 0a${size} ${size} 0 1 0 ${-across} 0z`;
  };
  switch (glyph) {
    case "diamond":
      return outline([0, -1.25], [1.25, 0], [0, 1.25], [-1.25, 0]);
    case "square":
      return outline([-0.95, -0.95], [0.95, -0.95], [0.95, 0.95], [-0.95, 0.95]);
    case "triangle":
      return outline([0, -1.2], [1.15, 0.9], [-1.15, 0.9]);
    case "down":
      return outline([0, 1.2], [1.15, -0.9], [-1.15, -0.9]);
    case "bow":
      return outline([-1.2, -0.9], [1.2, 0.9], [1.2, -0.9], [-1.2, 0.9]);
    case "hourglass":
      return outline([-0.9, -1.2], [0.9, 1.2], [-0.9, 1.2], [0.9, -1.2]);
    case "plus":
      return `M${at(-1.2, 0)}L${at(1.2, 0)}M${at(0, -1.2)}L${at(0, 1.2)}`;
    case "cross":
      return `M${at(-0.95, -0.95)}L${at(0.95, 0.95)}M${at(-0.95, 0.95)}L${at(0.95, -0.95)}`;
    case "bar":
      return `M${at(-1.3, 0)}L${at(1.3, 0)}`;
    case "circle":
      return round(1.05 * r);
    case "dot":
      return round(0.55 * r);
  }
}
