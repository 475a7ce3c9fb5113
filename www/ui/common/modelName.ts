import { t } from "../../content";
import type { ModelSummary } from "../../engine.ts";

/** "DIF-SR (gate)"; a fusion that is no system of its own is named after it. */
export function modelName({ config, system }: ModelSummary): string {
  const isOwn = !("fusion" in config) || config.fusion !== "sigmoid_gate";
  return isOwn ? system.name : `${system.name} (${t().shell.model.fusion.sigmoid_gate})`;
}
