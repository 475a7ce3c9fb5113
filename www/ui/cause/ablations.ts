// Each source off and halved, beside the item as it stands.
import type { Attribution } from "../../engine.ts";
import { axisEnd, type Standing, standing } from "./clicks";

export interface AblationRow {
  /** Index among the model's sources. */
  readonly source: number;
  readonly off: Standing;
  readonly half: Standing;
}

/** Why there is nothing to show: no source of its own, or nothing that scores could choose between. */
export type Ablations =
  | { readonly kind: "joint" | "one" | "same" }
  | { readonly kind: "rows"; readonly base: Standing; readonly rows: readonly AblationRow[] };

export type Shown = Extract<Ablations, { kind: "rows" }>;

/** Where the axis of the rows ends. */
export function mostOf({ base, rows }: Shown): number {
  return axisEnd([base.probability, ...rows.flatMap(({ off, half }) => [off.probability, half.probability])]);
}

export function readAblations({ ablation, items, base }: Attribution, excludeSeen: boolean): Ablations {
  if (ablation.length === 0) return { kind: "joint" };
  // Attention over equal values is that value, whatever the scores: zeros would look like a measurement.
  if (items.length === 1) return { kind: "one" };
  if (new Set(items).size === 1) return { kind: "same" };
  const rows = ablation.map(({ off, half }, source) => ({
    source,
    off: standing(off, excludeSeen),
    half: standing(half, excludeSeen),
  }));
  return { kind: "rows", base: standing(base, excludeSeen), rows };
}
