// Models differ by line and mark, never by hue: colour means a source everywhere on the page.

export interface LineLook {
  /** Dashes and gaps in pixels; null: solid. */
  readonly dash: string | null;
  readonly mark: "hexagon" | "ring" | "square" | "diamond";
}

export const LINE_LOOKS: readonly LineLook[] = [
  { dash: null, mark: "hexagon" },
  { dash: "6 3", mark: "ring" },
  { dash: "1.5 3", mark: "square" },
  { dash: "9 3 1.5 3", mark: "diamond" },
];

const CORNERS: Readonly<Record<Exclude<LineLook["mark"], "ring">, { corners: number; from: number; grow: number }>> = {
  hexagon: { corners: 6, from: 0, grow: 1.15 },
  square: { corners: 4, from: 45, grow: 1.2 },
  diamond: { corners: 4, from: 0, grow: 1.3 },
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
