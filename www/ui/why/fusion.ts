import { signal } from "@preact/signals";
import { client } from "../../state/engine";
import { model } from "../../state/opened";
import { type FusionVariant, fusionFamily } from "../../state/shelf";

/** The fusion that was asked for and has no model, with the model it was asked of. */
export const missingFusion = signal<{ system: string; fusion: FusionVariant } | null>(null);

/** The model that answers and the systems that differ from it in their fusion alone; null where fusion is no choice. */
export function switchable() {
  const summary = model.value;
  const family = summary && fusionFamily(summary.system.id);
  // The sigmoid gate has no weights of the page and no row in the result table.
  const isOther = summary?.config.kind === "dif_sr" && summary.config.fusion === "sigmoid_gate";
  return family && !isOther && client.value ? { summary, family } : null;
}
