import type { SideInformation } from "../../../engine.ts";

/** What a model's only map is about: which sources were joined before its queries and keys. */
export type Mixture = "item" | "all" | "attribute";

/** `stack`: the stack that the layer belongs to. */
export function mixtureOf(enters: readonly SideInformation[], stack: string | undefined): Mixture {
  if (stack === "attribute") return "attribute";
  return enters.includes("input") || enters.includes("attention") ? "all" : "item";
}
