// Why a model's sources cannot be told apart: what it compares, if it compares anything. By its kind, for the answer itself names no source.
import type { ModelConfig, ModelSummary } from "../../engine.ts";

export type OneTable =
  /** Without attention there is nothing that is compared. */
  | "nothing_compared"
  /** No attribute goes into what is compared. */
  | "item_and_position"
  /** Items and attributes in stacks of their own. */
  | "stacks"
  /** Items and attributes are one vector before they are compared. */
  | "mixed";

const KINDS: Readonly<Partial<Record<ModelConfig["kind"], OneTable>>> = {
  gru4rec: "nothing_compared",
  gru4recf: "nothing_compared",
  caser: "nothing_compared",
  sasrec: "item_and_position",
  bert4rec: "item_and_position",
  s3rec: "item_and_position",
  fdsa: "stacks",
};

/** Null: its sources stand apart. */
export function oneTable({ config, sources }: Pick<ModelSummary, "config" | "sources">): OneTable | null {
  return sources.length > 1 ? null : (KINDS[config.kind] ?? "mixed");
}
