// The systems that the engine can train, and which of them a configuration is.
import { signal } from "@preact/signals";
import type { RunConfig, System } from "../engine.ts";
import { client } from "./store";

/** In the order of the result table; empty until the engine has named them. */
export const systems = signal<readonly System[]>([]);

let asked: Promise<void> | null = null;

/** Asks the engine once; after a failure the next call asks again. */
export function fetchSystems(): Promise<void> {
  const engine = client.peek();
  if (!engine) return Promise.resolve();
  asked ??= engine.systems().then(
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
