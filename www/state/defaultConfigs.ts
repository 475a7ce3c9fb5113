// The engine's default settings for the data that is open, by system, as far as anybody has asked for them.
import type { RunConfig } from "../engine.ts";
import { WorkerFailure } from "../worker/client";
import { askTwice, client } from "./engine";
import { ofData, source } from "./opened";

export const defaultConfigs = ofData<ReadonlyMap<string, RunConfig>>(new Map());

/** Null without an engine, where it knows no such system, and where other data came meanwhile. */
export async function defaultConfig(system: string): Promise<RunConfig | null> {
  const of = source.peek();
  const known = defaultConfigs.peek().get(system);
  if (known) return known;
  const config = await ask(system);
  if (!config || source.peek() !== of) return null;
  defaultConfigs.put(new Map(defaultConfigs.peek()).set(system, config), of);
  return config;
}

async function ask(system: string): Promise<RunConfig | null> {
  const engine = client.peek();
  try {
    return engine && (await askTwice(engine, "defaultConfig", { system }));
  } catch (cause) {
    if (!(cause instanceof WorkerFailure)) throw cause;
    return null;
  }
}
