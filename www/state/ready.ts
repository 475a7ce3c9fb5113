// The weights that come with the page: a list, and one file per system. Both are fetched when they are asked for, not before.
import { computed, signal } from "@preact/signals";
import type { Floors, Metrics, SideInformation } from "../engine.ts";

/** One line of weights/index.json, which `dif-sr bake` writes. */
export interface ReadySystem {
  /** As the engine names it; also the name of the file. */
  readonly id: string;
  readonly name: string;
  readonly bytes: number;
  readonly parameters: number;
  readonly enters: readonly SideInformation[];
  readonly ms_per_step: number;
  readonly valid: Metrics;
  readonly test: Metrics;
}

export interface ReadyIndex {
  readonly date: string;
  readonly seed: number;
  readonly systems: readonly ReadySystem[];
  readonly floors: { readonly valid: Floors; readonly test: Floors };
}

export const readyIndex = signal<ReadyIndex | null>(null);
/** Why the list is not here; null while it may still come. */
export const readyFailure = signal<string | null>(null);
export const readySystems = computed<readonly ReadySystem[]>(() => readyIndex.value?.systems ?? []);

async function file(name: string): Promise<Response> {
  const response = await fetch(`${import.meta.env.BASE_URL}weights/${name}`);
  if (!response.ok) throw new Error(`weights/${name}: ${response.status} ${response.statusText}`);
  return response;
}

let asked: Promise<void> | null = null;

/** Asks for the list once; after a failure, the next call asks again. */
export function fetchReadyIndex(): Promise<void> {
  asked ??= file("index.json")
    .then((response) => response.json())
    .then(
      (index: ReadyIndex) => {
        readyIndex.value = index;
        readyFailure.value = null;
      },
      (cause: unknown) => {
        asked = null;
        readyFailure.value = cause instanceof Error ? cause.message : String(cause);
      },
    );
  return asked;
}

const weights = new Map<string, Promise<Uint8Array>>();

/** The weights of a system. A file that did not arrive is asked for again the next time. */
export function readyWeights(id: string): Promise<Uint8Array> {
  const known = weights.get(id);
  if (known) return known;
  const coming = file(`${id}.safetensors`)
    .then((response) => response.arrayBuffer())
    .then((bytes) => new Uint8Array(bytes));
  weights.set(id, coming);
  coming.catch(() => weights.delete(id));
  return coming;
}
