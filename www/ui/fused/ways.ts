// Which systems fuse where, in the page's three ways, and which of them is drawn.
import type { ModelConfig } from "../../engine.ts";
import type { Way } from "../../state/fields";

/** In the order of a choice; the first is drawn where nothing else was asked for. Models without attention have no map to draw. */
export const SYSTEMS: Readonly<Record<Way, readonly string[]>> = {
  early: ["sasrecf-add", "sasrecf", "nova", "nova-concat", "nova-gate", "icai"],
  decoupled: ["dif_sr", "dif_sr-concat", "dif_sr-gate", "dif_bert"],
  late: ["fdsa", "s3rec"],
};

/** From the input to the output. */
export const WAYS: readonly Way[] = ["early", "decoupled", "late"];

export function wayOf(system: string): Way | null {
  return WAYS.find((way) => SYSTEMS[way].includes(system)) ?? null;
}

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
