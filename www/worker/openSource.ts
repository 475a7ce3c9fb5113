import type { DatasetSummary, Lab } from "../engine.ts";
import type { DataSource } from "./protocol";

/** Opens a data source in an engine. Both workers do it the same way. */
export function openSource(lab: Pick<Lab, "open_synthetic" | "open_atomic">, source: DataSource): DatasetSummary {
  if (source.kind === "synthetic") return lab.open_synthetic(JSON.stringify(source.config));
  const item = source.item ? new Uint8Array(source.item) : new Uint8Array();
  const { interName, itemName, subset } = source;
  return lab.open_atomic(interName, new Uint8Array(source.inter), itemName, item, JSON.stringify(subset));
}
