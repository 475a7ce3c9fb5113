// Points of a map and what stands between them, in pixels: fitted into a frame, found by a pointer or an arrow key, pushed apart where
// two would cover each other.

export interface Point {
  readonly x: number;
  readonly y: number;
}

export interface Frame extends Point {
  readonly width: number;
  readonly height: number;
}

/** Both axes to the same scale, so that near on the map is near; the middle of the points in the middle of the frame. */
export function fitPoints(points: readonly (readonly [number, number])[], frame: Frame, margin: number): Point[] {
  const bounds = (axis: 0 | 1) => {
    let [low, high] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
    for (const point of points) {
      low = Math.min(low, point[axis]);
      high = Math.max(high, point[axis]);
    }
    return { middle: (low + high) / 2, extent: high - low };
  };
  const [across, down] = [bounds(0), bounds(1)];
  const scale = Math.min(
    (frame.width - 2 * margin) / (across.extent || 1),
    (frame.height - 2 * margin) / (down.extent || 1),
  );
  return points.map(([x, y]) => ({
    x: frame.x + frame.width / 2 + (x - across.middle) * scale,
    // Up is more, as on any axis.
    y: frame.y + frame.height / 2 - (y - down.middle) * scale,
  }));
}

/** Index of the point nearest to a place, no farther than `within`; null where there is none. */
export function nearestPoint(points: readonly Point[], place: Point, within: number): number | null {
  let [best, least] = [-1, within * within];
  points.forEach(({ x, y }, index) => {
    const distance = (x - place.x) ** 2 + (y - place.y) ** 2;
    if (distance <= least) [best, least] = [index, distance];
  });
  return best < 0 ? null : best;
}

export type Direction = "left" | "right" | "up" | "down";

/** The next point in a direction: near, and rather straight ahead than aside. The same one where nothing lies that way. */
export function pointTowards(points: readonly Point[], from: number, direction: Direction): number {
  const start = points[from];
  if (!start) return from;
  const isAcross = direction === "left" || direction === "right";
  const sign = direction === "left" || direction === "up" ? -1 : 1;
  let [best, least] = [from, Number.POSITIVE_INFINITY];
  points.forEach(({ x, y }, index) => {
    const ahead = sign * (isAcross ? x - start.x : y - start.y);
    const aside = Math.abs(isAcross ? y - start.y : x - start.x);
    // Exactly beside it is not ahead; of points on one spot the later one lies to the right.
    if (index === from || ahead < 0 || (ahead === 0 && !(aside === 0 && sign * (index - from) > 0 && isAcross))) return;
    // Rather farther ahead than more aside than ahead.
    const cost = ahead + 2.5 * aside + 4 * Math.max(0, aside - ahead);
    if (cost < least) [best, least] = [index, cost];
  });
  return best;
}

const ROUNDS = 400;

/** So that points on one spot part to all sides, as the seeds of a sunflower do. */
const GOLDEN_ANGLE = Math.PI * (3 - Math.sqrt(5));

/** Moves points apart until neighbours keep `gap`, as little as that takes, inside the frame. */
export function pushApart(wanted: readonly Point[], gap: number, frame: Frame): Point[] {
  const placed = wanted.map(({ x, y }, index) => {
    const before = wanted.slice(0, index).filter((one) => Math.hypot(one.x - x, one.y - y) < 1).length;
    const out = 0.3 * gap * Math.sqrt(before);
    return { x: x + out * Math.cos(before * GOLDEN_ANGLE), y: y + out * Math.sin(before * GOLDEN_ANGLE) };
  });
  const inside = (value: number, low: number, extent: number) =>
    Math.min(low + extent - gap / 2, Math.max(low + gap / 2, value));
  const settle = (point: { x: number; y: number }) => {
    point.x = inside(point.x, frame.x, frame.width);
    point.y = inside(point.y, frame.y, frame.height);
  };
  placed.forEach(settle);
  for (let round = 0; round < ROUNDS; round++) {
    let moved = false;
    for (const [index, one] of placed.entries())
      for (const [further, other] of placed.slice(index + 1).entries()) {
        const distance = Math.hypot(other.x - one.x, other.y - one.y);
        if (distance >= gap - 0.01) continue;
        moved = true;
        // A little aside, another way every round: points that are pressed against an edge find a way off it.
        const aside = distance > 0.01 ? 0.4 * Math.sin(round + 3 * index + further) : (index + further) * GOLDEN_ANGLE;
        const angle = Math.atan2(other.y - one.y, other.x - one.x) + aside;
        const [dx, dy] = [Math.cos(angle), Math.sin(angle)];
        // A little more than asked for, so that the last hair's breadth does not take forever.
        const half = (gap - distance) / 2 + 0.05;
        one.x -= dx * half;
        one.y -= dy * half;
        other.x += dx * half;
        other.y += dy * half;
        settle(one);
        settle(other);
      }
    if (!moved) break;
  }
  return placed;
}

/** Points along a path, `every` so many pixels. */
export function alongPath(points: readonly Point[], every: number): Point[] {
  return points.slice(1).flatMap((to, index) => {
    const from = points[index] ?? to;
    const steps = Math.ceil(Math.hypot(to.x - from.x, to.y - from.y) / every);
    return Array.from({ length: steps }, (_, step) => {
      const share = step / steps;
      return { x: from.x + (to.x - from.x) * share, y: from.y + (to.y - from.y) * share };
    });
  });
}
