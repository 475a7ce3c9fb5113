import type { DatasetSummary, Lab } from "../engine.ts";
import type { DataSource } from "./protocol";

/** Opens a data source in an engine. Both workers do it the same way. */
export function openSource(lab: Pick<Lab, "open_synthetic" | "open_imported">, source: DataSource): DatasetSummary {
  return source.kind === "synthetic"
    ? lab.open_synthetic(JSON.stringify(source.config))
    : lab.open_imported(source.name, source.log, JSON.stringify(source.keep));
}
