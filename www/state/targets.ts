// Which training targets a configuration may take. The engine says it for every system; what a fusion inside DIF-SR changes about
// it is known here, because it changes with the form.
import type { ModelConfig, RunConfig, Targets } from "../engine.ts";
import { nearestSystem } from "./systems";

/** What the settings offer: targets, and with looking-ahead fusions also whether hidden scores are set to 0 before fusion. */
export type TargetChoice = Targets | "every_position_masked";
export const TARGETS: readonly TargetChoice[] = ["prefix", "every_position", "every_position_masked", "cloze"];

type LooksAhead = RunConfig & { model: Extract<ModelConfig, { kind: "dif_sr" }> };

/** True for the fusions of DIF-SR that read whole score rows, later slots included. */
export function looksAhead(config: RunConfig): config is LooksAhead {
  return config.model.kind === "dif_sr" && config.model.fusion !== "sum";
}

export function targetChoice(config: RunConfig): TargetChoice {
  const masked = looksAhead(config) && config.model.mask_before_fusion;
  return masked && config.training.targets === "every_position" ? "every_position_masked" : config.training.targets;
}

/** The targets that a configuration may take, the preferred one first. */
export function validTargets(config: RunConfig): readonly TargetChoice[] {
  if (looksAhead(config)) return ["prefix", "every_position_masked"];
  return nearestSystem(config)?.targets ?? [config.training.targets];
}

export function withTargetChoice(config: RunConfig, choice: TargetChoice): RunConfig {
  const masked = choice === "every_position_masked";
  const training: RunConfig["training"] = { ...config.training, targets: masked ? "every_position" : choice };
  if (config.model.kind !== "dif_sr") return { ...config, training };
  return { model: { ...config.model, mask_before_fusion: masked }, training };
}

/** The same configuration, with the preferred targets where it cannot have its own. */
export function withValidTargets(config: RunConfig): RunConfig {
  const valid = validTargets(config);
  const wanted = targetChoice(config);
  return withTargetChoice(config, valid.includes(wanted) ? wanted : (valid[0] ?? wanted));
}

/** Why a configuration cannot learn every position, in the engine's words; null where it can. */
export function refusal(config: RunConfig): string | null {
  return nearestSystem(config)?.refusal ?? null;
}
