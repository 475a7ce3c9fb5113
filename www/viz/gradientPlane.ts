// Gradients of many dimensions as arrows on paper. The item's gradient stands upright; every other one stands in the plane that it spans
// with the item's, so that the angle drawn is the true one. Between two others no angle is kept: each has a plane of its own.

/** Vectors that are the same numbers stand as one arrow. */
export interface Ray {
  /** Indices of the vectors. */
  readonly members: readonly number[];
  /** Radians from upright, to the right where positive. */
  readonly angle: number;
  readonly norm: number;
}

export interface Plane {
  readonly rays: readonly Ray[];
  /** Vectors of another width: they have a length and no angle. */
  readonly apart: readonly { readonly member: number; readonly norm: number }[];
  /** Vectors that are nothing beside the longest. */
  readonly silent: readonly number[];
}

type Vector = readonly number[];

/** Differences up to this share of the largest number are rounding. */
export const SAME = 1e-5;
/** What is shorter than this share of the longest is rounding, too: gradients come in double precision. */
export const NOTHING = 1e-12;

const dot = (a: Vector, b: Vector) => a.reduce((sum, value, at) => sum + value * (b[at] ?? 0), 0);
const largest = (a: Vector) => a.reduce((most, value) => Math.max(most, Math.abs(value)), 0);

export function normOf(vector: Vector): number {
  return Math.sqrt(dot(vector, vector));
}

function isSame(a: Vector, b: Vector): boolean {
  if (a.length !== b.length) return false;
  const apart = largest(a.map((value, at) => value - (b[at] ?? 0)));
  return apart <= SAME * Math.max(largest(a), largest(b));
}

/** The vectors of one click, the item's first. `longest`: of all clicks. */
export function planeOf(vectors: readonly Vector[], longest: number): Plane {
  const norms = vectors.map(normOf);
  const isSilent = (at: number) => (norms[at] ?? 0) <= NOTHING * longest;
  const [item = []] = vectors;
  const hasUpright = !isSilent(0);
  const upright = item.map((value) => value / (norms[0] || 1));
  const heard = vectors.map((_, at) => at).filter((at) => !isSilent(at));
  const inPlane = heard.filter((at) => hasUpright && vectors[at]?.length === item.length);

  const beside = (at: number) => {
    const vector = vectors[at] ?? [];
    const along = dot(vector, upright);
    return { along, across: vector.map((value, index) => value - along * (upright[index] ?? 0)) };
  };
  // What turns the same way as the one that turns most stands on its side.
  const across = inPlane.map((at) => beside(at).across);
  const lead = across.reduce<Vector>((most, one) => (normOf(one) > normOf(most) ? one : most), []);

  const rays: (Ray & { readonly vector: Vector })[] = [];
  for (const at of inPlane) {
    const vector = vectors[at] ?? [];
    const twin = rays.findIndex((ray) => isSame(ray.vector, vector));
    const known = rays[twin];
    if (known) {
      rays[twin] = { ...known, members: [...known.members, at] };
      continue;
    }
    const { along, across: turned } = beside(at);
    const angle = at === 0 ? 0 : Math.atan2(normOf(turned), along) * (dot(turned, lead) < 0 ? -1 : 1);
    rays.push({ members: [at], angle, norm: norms[at] ?? 0, vector });
  }
  return {
    rays: rays.map(({ vector: _, ...ray }) => ray),
    apart: heard.filter((at) => !inPlane.includes(at)).map((member) => ({ member, norm: norms[member] ?? 0 })),
    silent: vectors.map((_, at) => at).filter(isSilent),
  };
}
