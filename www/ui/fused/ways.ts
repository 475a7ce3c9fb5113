// Which system is drawn for each of the three ways, and how it joins its sources.
import type { ModelConfig } from "../../engine.ts";
import type { Way } from "../../state/fields";
import { SYSTEMS, wayOf } from "../../state/ways";

/** What is drawn for a way: what the visitor chose, the model that answers, the first of the family. */
export function drawnSystem(way: Way, chosen: readonly string[], answering: string | null): string {
  const asked = chosen.find((id) => wayOf(id) === way);
  const own = answering !== null && wayOf(answering) === way ? answering : null;
  return asked ?? own ?? SYSTEMS[way][0] ?? "";
}

/** The choice with another system for its way. */
export function choose(system: string, chosen: readonly string[]): readonly string[] {
  const way = wayOf(system);
  return [...chosen.filter((id) => wayOf(id) !== way), system];
}

/** How vectors or scores are joined. */
export type Joining = "add" | "sum" | "concat" | "gate" | "sigmoid_gate" | "aggregate" | "stacks" | "none";

export function joiningOf(system: string, config: ModelConfig | null): Joining {
  if (config && "fusion" in config && config.fusion) return config.fusion;
  const [kind, variant] = system.split("-");
  if (variant === "add" || variant === "concat" || variant === "gate") return variant;
  if (kind === "sasrecf") return "concat";
  if (kind === "icai") return "aggregate";
  if (kind === "fdsa") return "stacks";
  return kind === "s3rec" ? "none" : "sum";
}
