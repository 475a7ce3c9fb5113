// The systems that the engine can train, and which of them a configuration is.
import { signal } from "@preact/signals";
import type { RunConfig, SideInformation, System } from "../engine.ts";
import { client } from "./engine";

/** In the order of the result table; empty until the engine has named them. */
export const systems = signal<readonly System[]>([]);

let asked: Promise<void> | null = null;

/** Asks the engine once; after a failure the next call asks again. */
export function fetchSystems(): Promise<void> {
  const engine = client.peek();
  if (!engine) return Promise.resolve();
  asked ??= engine.ask("systems", null).then(
    (all) => {
      systems.value = all;
    },
    () => {
      asked = null;
    },
  );
  return asked;
}

/** The system a configuration is; null for a setting that has no row of its own in the result table. */
export function systemOf({ model }: RunConfig, all: readonly System[]): System | null {
  const fusion = "fusion" in model ? model.fusion : null;
  const variant = all.find(({ id }) => id === `${model.kind}-${fusion}`);
  if (variant) return variant;
  // The first of a family bears its bare name: sum, or concatenation at the input.
  const isFirst = fusion === null || fusion === "sum" || model.kind === "sasrecf";
  return isFirst ? (all.find(({ id }) => id === model.kind) ?? null) : null;
}

/** The system a configuration is, or the plain form of its kind where its fusion has no row of its own. */
export function nearestSystem(config: RunConfig, all: readonly System[] = systems.value): System | null {
  return systemOf(config, all) ?? all.find(({ id }) => id === config.model.kind) ?? null;
}

/** Where side information is fused, from decoupled to not at all. */
export const FAMILIES = ["decoupled", "attention", "early", "late", "loss", "none"] as const;
export type Family = (typeof FAMILIES)[number];

const FAMILY_OF_PLACE = {
  attention: "attention",
  input: "early",
  output: "late",
  loss: "loss",
} as const satisfies Record<SideInformation, Family>;

/** A loss on attributes only accompanies the other places, except inside attention: there the two make decoupled fusion. */
export function familyOf({ enters }: Pick<System, "enters">): Family {
  if (enters.includes("attention") && enters.includes("loss")) return "decoupled";
  const place = enters.find((one) => one !== "loss") ?? enters[0];
  return place ? FAMILY_OF_PLACE[place] : "none";
}
