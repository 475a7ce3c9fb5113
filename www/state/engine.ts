// Where the engine stands, and the way to it. It is handed in, so this file knows no worker.
import { batch, computed, signal } from "@preact/signals";
import type { DeviceInfo } from "../engine.ts";
import { type EngineClient, type EngineOperations, WorkerFailure } from "../worker/client";

type Operation = keyof EngineOperations;

/** Asks the engine, and once more the one that comes after it where it dies meanwhile: a third would die, too. */
export async function askTwice<Op extends Operation>(
  engine: EngineClient,
  ...question: [op: Op, args: EngineOperations[Op]["args"], signal?: AbortSignal]
): Promise<EngineOperations[Op]["result"]> {
  try {
    return await engine.ask(...question);
  } catch (cause) {
    if (!(cause instanceof WorkerFailure) || cause.detail.code !== "crashed") throw cause;
    return engine.ask(...question);
  }
}

type Life =
  /** Bytes are arriving. `total` is null when the host did not say. */
  | { readonly phase: "loading"; readonly received: number; readonly total: number | null }
  | { readonly phase: "alive" }
  /** It died and came back by itself, with the same data and models. */
  | { readonly phase: "restarted" }
  | { readonly phase: "failed"; readonly failure: WorkerFailure };

/** What a visitor may press follows from it. */
export type EngineStatus = Exclude<Life, { phase: "alive" }> | { readonly phase: "opening" | "ready" };

const life = signal<Life>({ phase: "loading", received: 0, total: null });
/** Data or the first model is being read. */
export const isOpening = signal(false);
/** The engine itself, once it runs. */
export const client = signal<EngineClient | null>(null);
export const device = signal<DeviceInfo | null>(null);

/** For what cannot go on without it. */
export function engineNow(): EngineClient {
  const here = client.peek();
  if (!here) throw new WorkerFailure("The engine is not here yet.", { code: "not_ready", what: "engine" });
  return here;
}

export const engine = computed<EngineStatus>(() => {
  const now = life.value;
  if (now.phase === "loading" || now.phase === "failed") return now;
  if (isOpening.value) return { phase: "opening" };
  return now.phase === "restarted" ? now : { phase: "ready" };
});

/** An engine that did not come, or died for good. */
export function sayDead(failure: WorkerFailure): void {
  life.value = { phase: "failed", failure };
}

/** Whoever looks at the page has read by then that the engine was started again. */
const READ_MS = 4000;
let restartedAt = 0;

/** An answer after a restart: it runs as before. An answer that was under way anyway does not take away what nobody has read. */
export function sayAlive(): void {
  if (life.peek().phase === "restarted" && Date.now() - restartedAt >= READ_MS) life.value = { phase: "alive" };
}

let coming: EngineClient | null = null;

/** Tries again what did not come, or what was given up. */
export async function restartEngine(): Promise<void> {
  if (!coming) return;
  life.value = { phase: "loading", received: 0, total: null };
  await arrive(coming, coming.restart());
}

/** Waits for the engine; whoever follows `client` goes on from there. */
export async function connect(given: EngineClient): Promise<void> {
  coming = given;
  given.onProgress((received, total) => {
    if (life.peek().phase === "loading") life.value = { phase: "loading", received, total };
  });
  given.onCrash((failure, restarted) => {
    if (restarted) restartedAt = Date.now();
    life.value = restarted ? { phase: "restarted" } : { phase: "failed", failure };
  });
  await arrive(given, given.ready);
}

async function arrive(given: EngineClient, ready: Promise<DeviceInfo>): Promise<void> {
  try {
    device.value = await ready;
  } catch (cause) {
    if (!(cause instanceof WorkerFailure)) throw cause;
    sayDead(cause);
    return;
  }
  batch(() => {
    life.value = { phase: "alive" };
    client.value = given;
  });
}
