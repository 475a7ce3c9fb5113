import { client } from "../../state/engine";
import { fusionFamily } from "../../state/fusionFamily";
import { model } from "../../state/opened";

/** The model that answers and the systems that differ from it in their fusion alone; null where fusion is no choice. */
export function switchable() {
  const summary = model.value;
  const family = summary && fusionFamily(summary.system.id);
  // The sigmoid gate has no weights of the page and no row in the result table.
  const isOther = summary?.config.kind === "dif_sr" && summary.config.fusion === "sigmoid_gate";
  return family && !isOther && client.value ? { summary, family } : null;
}
