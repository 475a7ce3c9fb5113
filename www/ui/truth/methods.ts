// The methods that are held against the shop, and where a model cannot be asked.
import type { ModelSummary, Truth } from "../../engine.ts";

export type Question = Truth["question"];

/** In the order of the figures. */
export const METHODS = {
  which: ["leave_one_out", "gradient_times_input", "attention", "attention_last_layer", "attention_times_gradient"],
  pointed: ["weighted_part", "part_off", "source_off", "gradient_times_input"],
} as const satisfies Record<Question, readonly string[]>;

/** In the table only. */
export const MORE_METHODS = { which: [], pointed: ["plain_part"] } as const satisfies Record<
  Question,
  readonly string[]
>;

/** What no model is needed for. */
export const MARKS = {
  which: ["always_last", "best_without_click", "best"],
  pointed: ["best"],
} as const satisfies Record<Question, readonly string[]>;

export type MethodId =
  | (typeof METHODS)[Question][number]
  | (typeof MORE_METHODS)["pointed"][number]
  | (typeof MARKS)[Question][number];

/** All that a question is scored for. */
export function scoredMethods(question: Question): readonly MethodId[] {
  return [...METHODS[question], ...MORE_METHODS[question], ...MARKS[question]];
}

/** Why a question cannot be put to a model at all. */
export type Refusal = "one_source" | "no_attributes" | "read_at_mask";

/** Models that are read at a slot which holds no item: it has no brand to share with an earlier click. */
const AT_MASK: readonly string[] = ["bert4rec", "dif_bert"];

/** Whether a model keeps its sources apart, so that one of them can be named. */
export function refusal({ kind, sources }: Pick<ModelSummary, "kind" | "sources">): Refusal | null {
  if (sources.length < 2) return "one_source";
  if (!sources.some((source) => source.kind === "attribute")) return "no_attributes";
  return AT_MASK.includes(kind) ? "read_at_mask" : null;
}

/** Parts of a score add up to it only in a sum; what a concat or a gate makes of them is no part any more. */
export function isSum({ config }: Pick<ModelSummary, "config">): boolean {
  return !("fusion" in config) || config.fusion === "sum";
}
