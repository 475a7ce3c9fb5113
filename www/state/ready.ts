// The models that come with the page, for each shop: a list, and one file per system. Both are fetched when they are asked for,
// not before.
import { computed, type ReadonlySignal, type Signal, signal } from "@preact/signals";
import type { BakedExample, Metrics, SideInformation } from "../engine.ts";
import { FIRST_SHOP, type Preset, readyFileUrl } from "./readyFiles";

/** One line of ready/SHOP/index.json, which `dif-sr bake` writes. */
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
  readonly systems: readonly ReadySystem[];
  /** Sessions to start from; those of the first shop are in ready/example.json, which is there before any list. */
  readonly examples?: BakedExample["examples"];
}

/** What is known of the ready models of one shop. */
interface Shop {
  readonly index: Signal<ReadyIndex | null>;
  readonly failure: Signal<string | null>;
  asked: Promise<void> | null;
  readonly weights: Map<string, Promise<Uint8Array>>;
}

const shops = new Map<Preset, Shop>();

function shopOf(preset: Preset): Shop {
  const known = shops.get(preset);
  if (known) return known;
  const fresh: Shop = { index: signal(null), failure: signal(null), asked: null, weights: new Map() };
  shops.set(preset, fresh);
  return fresh;
}

/** The list of a shop; null until it is here. */
export const readyIndexOf = (preset: Preset): ReadonlySignal<ReadyIndex | null> => shopOf(preset).index;
/** Why the list of a shop is not here; null while it may still come. */
export const readyFailureOf = (preset: Preset): ReadonlySignal<string | null> => shopOf(preset).failure;
export const readySystemsOf = (preset: Preset): readonly ReadySystem[] => shopOf(preset).index.value?.systems ?? [];

/** The same of the first shop. */
export const readyIndex = shopOf(FIRST_SHOP).index;
export const readyFailure = shopOf(FIRST_SHOP).failure;
export const readySystems = computed(() => readySystemsOf(FIRST_SHOP));

async function file(name: string): Promise<Response> {
  const response = await fetch(await readyFileUrl(name));
  if (!response.ok) throw new Error(`ready/${name}: ${response.status} ${response.statusText}`);
  return response;
}

/** Asks for the list of a shop once; after a failure, the next call asks again. */
export function fetchReadyIndex(preset: Preset = FIRST_SHOP): Promise<void> {
  const shop = shopOf(preset);
  shop.asked ??= file(`${preset}/index.json`)
    .then((response) => response.json())
    .then(
      (index: ReadyIndex) => {
        shop.index.value = index;
        shop.failure.value = null;
      },
      (cause: unknown) => {
        shop.asked = null;
        shop.failure.value = cause instanceof Error ? cause.message : String(cause);
      },
    );
  return shop.asked;
}

/** The weights of a system. A file that did not arrive is asked for again the next time. */
export function readyWeights(id: string, preset: Preset = FIRST_SHOP): Promise<Uint8Array> {
  const { weights } = shopOf(preset);
  const known = weights.get(id);
  if (known) return known;
  const coming = file(`${preset}/${id}.safetensors`)
    .then((response) => response.arrayBuffer())
    .then((bytes) => new Uint8Array(bytes));
  weights.set(id, coming);
  coming.catch(() => weights.delete(id));
  return coming;
}
