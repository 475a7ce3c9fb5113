// The marks of the sources where their size is a number: shapes that cover equal areas for equal shares.
import { rounded } from "./rounded";
import type { SourceToken } from "./tokens";

type Point = readonly [number, number];

/** Corners of every mark but the circle, around the middle, in any size. */
const CORNERS: Readonly<Record<Exclude<SourceToken, "src-item">, readonly Point[]>> = {
  "src-position": polygon(3, -90),
  "src-attr1": polygon(4, 45),
  "src-attr2": polygon(4, 0),
  "src-attr3": star(5, 0.46),
  "src-attr4": cross(0.36),
  "src-fused": polygon(6, 0),
};

function polygon(sides: number, from: number): Point[] {
  return Array.from({ length: sides }, (_, at) => {
    const angle = ((from + (360 * at) / sides) * Math.PI) / 180;
    return [Math.cos(angle), Math.sin(angle)];
  });
}

function star(points: number, inner: number): Point[] {
  const inside = polygon(points, -90 + 180 / points).map(([x, y]): Point => [x * inner, y * inner]);
  return polygon(points, -90).flatMap((point, at) => [point, inside[at] ?? point]);
}

function cross(arm: number): Point[] {
  const quarter: Point[] = [
    [arm, -1],
    [arm, -arm],
    [1, -arm],
  ];
  const turned = (times: number) =>
    quarter.map(([x, y]): Point => (times === 0 ? [x, y] : times === 1 ? [-y, x] : times === 2 ? [-x, -y] : [y, -x]));
  return [0, 1, 2, 3].flatMap(turned);
}

/** The shoelace formula. */
export function areaOf(corners: readonly Point[]): number {
  const twice = corners.reduce((sum, [x, y], at) => {
    const [nextX, nextY] = corners[(at + 1) % corners.length] ?? [0, 0];
    return sum + x * nextY - nextX * y;
  }, 0);
  return Math.abs(twice) / 2;
}

/** Corners of a mark that covers as much as a circle of this radius; none for the circle itself. */
export function equalCorners(source: SourceToken, radius: number): Point[] {
  if (source === "src-item") return [];
  const corners = CORNERS[source];
  const factor = radius * Math.sqrt(Math.PI / areaOf(corners));
  return corners.map(([x, y]): Point => [x * factor, y * factor]);
}

/** The same as an outline around (x, y). */
export function equalOutline(source: SourceToken, x: number, y: number, radius: number): string {
  const r = rounded(radius, 2);
  if (source === "src-item")
    return `M${rounded(x - r, 2)} ${rounded(y, 2)}a${r} ${r} 0 1 0 ${2 * r} 0a${r} ${r} 0 1 0 ${-2 * r} 0z`;
  const points = equalCorners(source, radius).map(([dx, dy]) => `${rounded(x + dx, 2)} ${rounded(y + dy, 2)}`);
  return `M${points.join("L")}z`;
}
