// Where the engine stands, and the way to it. It is handed in, so this file knows no worker.
import { computed, signal } from "@preact/signals";
import type { DeviceInfo } from "../engine.ts";
import { type EngineClient, WorkerFailure } from "../worker/client";

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

/** An answer after a restart: it runs as before. */
export function sayAlive(): void {
  if (life.peek().phase === "restarted") life.value = { phase: "alive" };
}

/** Waits for the engine; whoever follows `client` goes on from there. */
export async function connect(coming: EngineClient): Promise<void> {
  coming.onProgress((received, total) => {
    if (life.peek().phase === "loading") life.value = { phase: "loading", received, total };
  });
  coming.onCrash((failure, restarted) => {
    life.value = restarted ? { phase: "restarted" } : { phase: "failed", failure };
  });
  try {
    device.value = await coming.ready;
  } catch (cause) {
    if (!(cause instanceof WorkerFailure)) throw cause;
    sayDead(cause);
    return;
  }
  life.value = { phase: "alive" };
  client.value = coming;
}
