// The methods that are held against the shop, and where a model cannot be asked.
import type { ModelSummary, Truth } from "../../engine.ts";
import { type OneTable, oneTable } from "../common/oneTable";
import { readAtMask } from "../common/readAtMask";

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
export type Refusal = OneTable | "no_attributes" | "read_at_mask";

/** Whether a model keeps its sources apart, so that one of them can be named. */
export function refusal(model: Pick<ModelSummary, "kind" | "config" | "sources">): Refusal | null {
  const { kind, sources } = model;
  const one = oneTable(model);
  if (one) return one;
  if (!sources.some((source) => source.kind === "attribute")) return "no_attributes";
  // A slot that holds no item has no brand to share with an earlier click.
  return readAtMask(kind) ? "read_at_mask" : null;
}

/** Parts of a score add up to it only in a sum; what a concat or a gate makes of them is no part any more. */
export function isSum({ config }: Pick<ModelSummary, "config">): boolean {
  return !("fusion" in config) || config.fusion === "sum";
}
