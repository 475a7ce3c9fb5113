import { t } from "../../content";
import type { RunConfig } from "../../engine.ts";
import { nearestSystem } from "../../state/systems";

/** A setting that is no system of its own, such as another fusion, is named by the system it is closest to and by its fusion. */
export function configName(config: RunConfig): string {
  const words = t().train;
  const name = nearestSystem(config)?.name ?? words.thisRun;
  const fusion = "fusion" in config.model ? words.values.fusion?.[config.model.fusion] : undefined;
  return fusion === undefined ? name : `${name}, ${fusion}`;
}
