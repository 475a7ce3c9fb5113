// What a head's rank is made of, and what keeps it where it is. Pure: reports in, parts and reasons out.
import type { RankReport, RankTable } from "../../engine.ts";

/** Why a source cannot use all of its width. */
export type Reason =
  /** The sources before it fill all clicks. */
  | { readonly kind: "full" }
  /** It takes fewer different values than it is wide. */
  | { readonly kind: "values"; readonly different: number }
  /** Items and all that follows from them have no more patterns than there are different items. */
  | { readonly kind: "items"; readonly different: number }
  /** Some of its patterns are those of the sources before it. */
  | { readonly kind: "shared"; readonly lost: number }
  /** Its gate is almost 0 in some rows, or some of its patterns are those of the sources before it. */
  | { readonly kind: "gate"; readonly lost: number };

/** One source's part of the fused table. */
export interface Part {
  /** Index into the report's sources. */
  readonly source: number;
  readonly width: number;
  /** Different inputs among the clicks. */
  readonly different: number;
  readonly bound: number;
  /** Of its own table, in the head on screen. */
  readonly rank: number;
  readonly effective: number;
  readonly singular: readonly number[];
  /** By how much the rank grows when it comes to the sources before it; null where one makes those before it too faint to be counted. */
  readonly adds: number | null;
  /** Null where it uses its whole width. */
  readonly reason: Reason | null;
}

/** What binds the rank of a whole table. */
export type Limit =
  | { readonly kind: "full" }
  /** One product, as wide as a head. */
  | { readonly kind: "width"; readonly width: number }
  | { readonly kind: "widths"; readonly widths: readonly number[]; readonly bias: boolean }
  | {
      readonly kind: "values";
      readonly parts: readonly Part[];
      /** They have patterns in common, which count once. */
      readonly shared: boolean;
    }
  | { readonly kind: "items"; readonly different: number }
  | { readonly kind: "shared" }
  /** Gates of almost 0 leave rows to few sources. */
  | { readonly kind: "gate" }
  /** Counted below what is exact: the weakest patterns are lost in rounding. */
  | { readonly kind: "noise"; readonly generic: number };

/** One layer and head of a report. */
export interface Head {
  readonly n: number;
  readonly layer: number;
  readonly head: number;
  readonly fused: RankTable;
  readonly rank: number;
  readonly effective: number;
  readonly generic: number;
  readonly singular: readonly number[];
  /** In the order of the sources; empty for a model that mixes first. */
  readonly parts: readonly Part[];
  readonly limit: Limit;
  /** After mask and softmax; null where the engine has not counted it. */
  readonly after: { readonly rank: number; readonly singular: readonly number[] } | null;
}

/** Sources by name: only attributes are functions of the item. */
const followsItem = ({ sources }: RankReport, source: number) => sources[source]?.kind !== "position";

/** A layer and head within what the report has; null where there is nothing to count. */
export function headOf(report: RankReport, layer: number, head: number): Head | null {
  const at = Math.min(layer, report.layers - 1);
  const tables = report.tables.filter((table) => table.layer === at);
  // A model that mixes first has one table, whichever source it is said to be of.
  const fused = tables.find(({ source }) => source === null) ?? (tables.length === 1 ? tables[0] : undefined);
  const own = tables.filter((table) => table !== fused);
  const inHead = Math.min(head, report.heads - 1);
  const rank = fused?.rank[inHead];
  if (!fused || rank === undefined || report.n === 0) return null;
  const parts = partsOf(report, own, fused, inHead);
  const generic = fused.generic[inHead] ?? fused.bound;
  const after = fused.after_rank[inHead];
  const made = { n: report.n, rank, generic, parts };
  return {
    ...made,
    ...{ layer: at, head: inHead, fused },
    effective: fused.effective[inHead] ?? 0,
    singular: fused.singular[inHead] ?? [],
    limit: limitOf(report, made, fused),
    after: after === undefined ? null : { rank: after, singular: fused.after_singular[inHead] ?? [] },
  };
}

function partsOf(report: RankReport, own: readonly RankTable[], fused: RankTable, head: number): Part[] {
  const { n, sources } = report;
  const isGrowing = fused.grown.every((rank, at) => rank >= (fused.grown[at - 1] ?? 0));
  const measured = own.flatMap((table): Part[] => {
    const source = table.source ?? -1;
    if (!sources[source]) return [];
    const width = table.width ?? report.head_width;
    const different = table.different ?? n;
    const grown = fused.grown[source] ?? 0;
    const before = source > 0 ? (fused.grown[source - 1] ?? 0) : 0;
    return [
      {
        ...{ source, width, different, bound: table.bound, reason: null },
        adds: isGrowing ? grown - before : null,
        rank: table.rank[head] ?? 0,
        effective: table.effective[head] ?? 0,
        singular: table.singular[head] ?? [],
      },
    ];
  });
  const bound = itemsThatBind(report, measured, fused.layer);
  return measured.map((part) => ({ ...part, reason: reasonOf(report, part, fused, bound) }));
}

/** How many different items there are, where item and attributes together add no more than that; null where they are not the limit. */
function itemsThatBind(report: RankReport, parts: readonly Part[], layer: number): number | null {
  const items = parts.find(({ source }) => report.sources[source]?.kind === "item");
  // In later layers the slots of one item differ by what they have looked at.
  if (layer > 0 || !items || items.different >= report.n) return null;
  const together = parts.filter(({ source }) => followsItem(report, source));
  const wide = together.reduce((sum, { width, different }) => sum + Math.min(width, different), 0);
  const adds = together.reduce((sum, part) => sum + (part.adds ?? 0), 0);
  return adds >= items.different && wide > adds ? items.different : null;
}

function reasonOf(report: RankReport, part: Part, fused: RankTable, items: number | null): Reason | null {
  const { width, different, adds, source } = part;
  if (adds === null || adds >= width) return null;
  if ((fused.grown[source] ?? 0) >= report.n) return { kind: "full" };
  const bind = Math.min(width, different);
  const isItem = report.sources[source]?.kind === "item";
  if (adds === bind) return { kind: isItem ? "items" : "values", different };
  if (items !== null && followsItem(report, source)) return { kind: "items", different: items };
  return { kind: isGated(report) ? "gate" : "shared", lost: bind - adds };
}

type Counted = Pick<Head, "n" | "rank" | "generic" | "parts">;

function limitOf(report: RankReport, { n, rank, generic, parts }: Counted, fused: RankTable): Limit {
  if (rank >= n) return { kind: "full" };
  if (rank < generic) return { kind: "noise", generic };
  if (parts.length === 0) {
    const width = fused.width ?? report.head_width;
    return rank >= width ? { kind: "width", width } : { kind: "shared" };
  }
  const widths = parts.map(({ width }) => width);
  const sum = widths.reduce((total, width) => total + width, 0);
  if (rank >= sum) return { kind: "widths", widths, bias: rank > sum };
  const items = itemsThatBind(report, parts, fused.layer);
  if (items !== null) return { kind: "items", different: items };
  const poor = parts.filter(({ source, width, different }) => different < width && isAttribute(report, source));
  const missing = parts.reduce((total, { bound }) => total + bound, 0) - rank;
  // Sources bound by their values share what all rows have alike: one pattern for each but the first.
  if (poor.length > 0 && missing < poor.length) return { kind: "values", parts: poor, shared: missing > 0 };
  return { kind: isGated(report) ? "gate" : "shared" };
}

const isGated = ({ fusion }: RankReport) => fusion === "gate" || fusion === "sigmoid_gate";

function isAttribute({ sources }: RankReport, source: number): boolean {
  return sources[source]?.kind === "attribute";
}
