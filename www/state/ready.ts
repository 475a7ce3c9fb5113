// The models that come with the page, for each shop: a list, and one file per system. Both are fetched when they are asked for,
// not before.
import { type ReadonlySignal, type Signal, signal } from "@preact/signals";
import type { BakedExample, Metrics, Preset, SideInformation } from "../engine.ts";
import { asFailure, type WorkerFailure } from "../worker/failure";
import { fetchFile } from "../worker/fetchFile";
import { readyFileUrl } from "./readyFiles";

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

/** A system of the list once more, in a form that shows one thing. Its file is VARIANT/ID.safetensors. */
export interface VariantSystem extends Pick<ReadySystem, "id" | "name" | "bytes" | "parameters" | "valid" | "test"> {
  readonly heads: number;
  readonly head_width: number;
}

export interface VariantModels {
  readonly date: string;
  readonly epochs: number;
  readonly systems: readonly VariantSystem[];
}

export interface ReadyIndex {
  readonly date: string;
  readonly epochs: number;
  readonly systems: readonly ReadySystem[];
  /** As many parameters in more and narrower heads. They are there to be counted, not to answer. Only some shops have them. */
  readonly narrow?: VariantModels;
  /** Attributes as wide as items: their gradients have an angle to each other. */
  readonly wide?: VariantModels;
  /** Sessions to start from; those of the first shop are in ready/example.json, which is there before any list. */
  readonly examples?: BakedExample["examples"];
}

/** What is known of the ready models of one shop. */
interface Shop {
  readonly index: Signal<ReadyIndex | null>;
  readonly failure: Signal<WorkerFailure | null>;
  asked: Promise<void> | null;
  readonly models: Map<string, Promise<Uint8Array>>;
}

const shops = new Map<Preset, Shop>();

function shopOf(preset: Preset): Shop {
  const known = shops.get(preset);
  if (known) return known;
  const fresh: Shop = { index: signal(null), failure: signal(null), asked: null, models: new Map() };
  shops.set(preset, fresh);
  return fresh;
}

/** The list of a shop; null until it is here. */
export const readyIndexOf = (preset: Preset): ReadonlySignal<ReadyIndex | null> => shopOf(preset).index;
/** Why the list of a shop is not here; null while it may still come. */
export const readyFailureOf = (preset: Preset): ReadonlySignal<WorkerFailure | null> => shopOf(preset).failure;
export const readySystemsOf = (preset: Preset): readonly ReadySystem[] => shopOf(preset).index.value?.systems ?? [];

/** The model file under way and its bytes so far; null while none is. */
export const modelProgress = signal<{ readonly received: number; readonly total: number | null } | null>(null);

/** Asks for the list of a shop once; after a failure, the next call asks again. */
export function fetchReadyIndex(preset: Preset): Promise<void> {
  const shop = shopOf(preset);
  shop.asked ??= readyFileUrl(`${preset}/index.json`)
    .then((url) => fetchFile(url))
    .then((bytes): ReadyIndex => JSON.parse(new TextDecoder().decode(bytes)))
    .then(
      (index) => {
        shop.index.value = index;
        shop.failure.value = null;
      },
      (cause: unknown) => {
        shop.asked = null;
        shop.failure.value = asFailure(cause);
      },
    );
  return shop.asked;
}

async function fetchModel(name: string): Promise<Uint8Array> {
  modelProgress.value = { received: 0, total: null };
  try {
    const url = await readyFileUrl(name);
    return await fetchFile(url, {
      onProgress: (received, total) => {
        modelProgress.value = { received, total };
      },
    });
  } finally {
    modelProgress.value = null;
  }
}

/** The file of a system. One that did not arrive is asked for again the next time; it rejects with a `WorkerFailure`. */
export function readyModel(id: string, preset: Preset): Promise<Uint8Array> {
  const { models } = shopOf(preset);
  const known = models.get(id);
  if (known) return known;
  const coming = fetchModel(`${preset}/${id}.safetensors`).catch((cause: unknown) => {
    models.delete(id);
    throw asFailure(cause);
  });
  models.set(id, coming);
  // Whoever awaits it hears of it, perhaps later.
  coming.catch(() => undefined);
  return coming;
}
