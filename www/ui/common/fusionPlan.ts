// Where a system puts its sources together, told by its id.
import type { ModelConfig } from "../../engine.ts";
import type { FusedPlan } from "../../viz/fusedModel";

const PLANS: Partial<Record<ModelConfig["kind"], FusedPlan>> = {
  dif_sr: "decoupled",
  dif_bert: "decoupled",
  sasrecf: "input",
  icai: "input",
  nova: "attention",
  fdsa: "stacks",
  s3rec: "pretraining",
};

/** Of any system; one without side information mixes what it has before it compares. */
export function planOf(system: string): FusedPlan {
  const kind = system.split("-")[0] as ModelConfig["kind"];
  return PLANS[kind] ?? "input";
}
