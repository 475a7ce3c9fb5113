// Gradients for tests: vectors that obey what a system makes of them, and the numbers that the engine reads off them.
import type { GradientReport, SourceGradient, SourceInfo } from "../../engine.ts";

const SOURCES: readonly SourceInfo[] = [
  { kind: "item", name: "item", attribute: null },
  { kind: "position", name: "position", attribute: null },
  { kind: "attribute", name: "category", attribute: 0 },
  { kind: "attribute", name: "brand", attribute: 1 },
];

type Matrix = readonly (readonly number[])[];
export type FakeSystem = "add" | "nova" | "decoupled" | "narrow";

/** Numbers without a pattern between −1 and 1. */
function noise(seed: number, at: number): number {
  const wave = Math.sin(seed * 12.9898 + at * 78.233) * 43758.5453;
  return 2 * (wave - Math.floor(wave)) - 1;
}

function vector(click: number, source: number, width: number): number[] {
  return Array.from({ length: width }, (_, at) => noise(click + 1, 10 * source + at));
}

const norm = (vector: readonly number[]) => Math.hypot(...vector);
const dot = (a: readonly number[], b: readonly number[]) => a.reduce((sum, value, at) => sum + value * (b[at] ?? 0), 0);
const flat = (matrix: Matrix) => matrix.flat().map(Math.abs);

function cosines(one: Matrix, other: Matrix): (number | null)[] {
  return one.map((vector, at) => {
    const beside = other[at] ?? [];
    const product = norm(vector) * norm(beside);
    return beside.length === vector.length && product > 0 ? dot(vector, beside) / product : null;
  });
}

function difference(one: Matrix, other: Matrix): number | null {
  if (one[0]?.length !== other[0]?.length) return null;
  const apart = one.flatMap((vector, at) => vector.map((value, index) => Math.abs(value - (other[at]?.[index] ?? 0))));
  return Math.max(...apart) / Math.max(...flat(one), ...flat(other), Number.MIN_VALUE);
}

function gradientsOf(system: FakeSystem, clicks: number): Matrix[] {
  const of = (source: number, width = 8) => Array.from({ length: clicks }, (_, click) => vector(click, source, width));
  const nothing = (width = 8) => Array.from({ length: clicks }, () => new Array<number>(width).fill(0));
  if (system === "add") return SOURCES.map(() => of(0));
  // A softmax over one key is constant.
  if (clicks === 1) return SOURCES.map((_, source) => (source === 0 ? of(0) : nothing()));
  if (system === "nova") return SOURCES.map((_, source) => of(Math.min(source, 1)));
  return SOURCES.map((_, source) => of(source, system === "narrow" && source > 1 ? 4 : 8));
}

export function fakeReport(system: FakeSystem, clicks = 3, residual: readonly number[] | null = null): GradientReport {
  const all = gradientsOf(system, clicks);
  const [item = [], position = []] = all;
  const by_source = all.map(
    (gradient): SourceGradient => ({
      width: gradient[0]?.length ?? 0,
      frozen: false,
      gradient: gradient.map((vector) => [...vector]),
      norm: gradient.map(norm),
      cosine: cosines(gradient, item),
      cosine_to_position: cosines(gradient, position),
      difference: difference(gradient, item),
      difference_to_position: difference(gradient, position),
    }),
  );
  const at = { loss: 2, item: 2, attributes: [], lambdas: [], probability: 0.1, rank: 3 };
  return {
    n: clicks,
    items: Array.from({ length: clicks }, (_, click) => click + 1),
    target: 9,
    sources: [...SOURCES],
    by_source,
    step: { learning_rate: 0.006, before: at, after: { ...at, loss: 1.5 } },
    batch: residual && { sessions: 32, clicks: 250, rank: 7, residual: [...residual], cosine: SOURCES.map(() => null) },
  };
}
