// What the gradients on screen say about a system, from their numbers alone.
import type { GradientReport, SourceGradient } from "../../engine.ts";
import { NOTHING, SAME } from "../../viz/gradientPlane";

export interface Verdict {
  /**
   * same: every source gets the item's numbers. side: attributes and position get the same numbers, the item others. silent: nothing but the
   * item gets anything. own: none of these.
   */
  readonly kind: "same" | "side" | "silent" | "own";
  /** Largest difference as a share of the largest number, where they are called the same. */
  readonly difference: number;
  /** Sources that get nothing, and those whose width is not the item's. */
  readonly silent: readonly number[];
  readonly apart: readonly number[];
  /** Of all sources and clicks; null where no angle exists. */
  readonly cosine: { readonly least: number; readonly most: number } | null;
  /** Over many clicks: what the best linear maps leave, of the sources that get something. Null: not measured. */
  readonly residual: { readonly least: number; readonly most: number } | null;
  /** The best linear maps leave nothing. */
  readonly isLinear: boolean;
}

/** Residuals up to this are rounding. */
const NO_RESIDUAL = 1e-4;

export function longestOf(report: Pick<GradientReport, "by_source">): number {
  return Math.max(0, ...report.by_source.flatMap(({ norm }) => norm));
}

/** Without the cosines of what is nothing beside the longest: rounding has a direction, too, and it says nothing. */
export function heardOnly(report: GradientReport): GradientReport {
  const least = NOTHING * longestOf(report);
  const [item, position] = ["item", "position"].map(
    (kind) => report.by_source[report.sources.findIndex((source) => source.kind === kind)]?.norm ?? [],
  );
  const by_source = report.by_source.map((source) => {
    const isHeard = (other: readonly number[] | undefined, at: number) =>
      (source.norm[at] ?? 0) > least && (other?.[at] ?? 0) > least;
    return {
      ...source,
      cosine: source.cosine.map((one, at) => (isHeard(item, at) ? one : null)),
      cosine_to_position: source.cosine_to_position.map((one, at) => (isHeard(position, at) ? one : null)),
    };
  });
  return { ...report, by_source };
}

/** Smallest and largest; null of none. */
function range(values: readonly number[]): { least: number; most: number } | null {
  return values.length === 0 ? null : { least: Math.min(...values), most: Math.max(...values) };
}

const within = (share: number | null) => share !== null && share <= SAME;
const most = (shares: readonly (number | null)[]) => Math.max(0, ...shares.map((share) => share ?? 0));

export function verdictOf({ by_source, sources, batch }: GradientReport): Verdict {
  const longest = longestOf({ by_source });
  const indices = by_source.map((_, at) => at);
  const isSilent = ({ norm }: SourceGradient) => norm.every((one) => one <= NOTHING * longest);
  const silent = indices.filter((at) => isSilent(by_source[at] as SourceGradient));
  const others = indices.filter((at) => sources[at]?.kind !== "item");
  const heard = others.filter((at) => !silent.includes(at));
  const apart = heard.filter((at) => by_source[at]?.difference === null);

  const fromItem = others.map((at) => by_source[at]?.difference ?? null);
  const attributes = others.filter((at) => sources[at]?.kind === "attribute");
  const fromPosition = attributes.map((at) => by_source[at]?.difference_to_position ?? null);
  const allHeard = silent.length === 0;
  const isSame = allHeard && others.length > 0 && fromItem.every(within);
  const isSide = allHeard && attributes.length > 0 && fromPosition.every(within);
  const residual = range(heard.flatMap((at) => batch?.residual[at] ?? []));
  const cosines = heard.flatMap((at) => (by_source[at]?.cosine ?? []).filter((one) => one !== null));
  return {
    kind: isSame ? "same" : isSide ? "side" : others.length > 0 && silent.length === others.length ? "silent" : "own",
    difference: isSame ? most(fromItem) : isSide ? most(fromPosition) : 0,
    silent,
    apart,
    cosine: range(cosines),
    residual,
    isLinear: residual !== null && residual.most <= NO_RESIDUAL,
  };
}

/** Mean cosine of a source with the item over the clicks; null where there is none. */
export function meanCosine(source: SourceGradient | undefined): number | null {
  const known = (source?.cosine ?? []).filter((one) => one !== null);
  return known.length === 0 ? null : known.reduce((sum, one) => sum + one, 0) / known.length;
}
