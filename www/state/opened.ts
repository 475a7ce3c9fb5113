// The data that is open and the model that answers, as the views read them. What fills them is resources.ts.
import { computed, type ReadonlySignal, signal } from "@preact/signals";
import type { BakedExample, Catalogue, DatasetSummary, Floors, ModelSummary, Preset } from "../engine.ts";
import type { DataSource, WorkerFailure } from "../worker/client";
import { type DataKey, readyShop } from "./dataKey";

export interface OpenData {
  readonly key: DataKey;
  /** As the trainer must open it too. */
  readonly source: DataSource;
  readonly summary: DatasetSummary;
  readonly catalogue: Catalogue;
  /** Sessions to start from. */
  readonly examples: BakedExample["examples"];
}

export const openData = signal<OpenData | null>(null);

/** How what is open is called in the language on screen. Those are words, of which the state knows none: handed in. */
export const naming = { of: ({ catalogue }: OpenData): Catalogue => catalogue };

/** As the views show it; the engine's own names are those of `openData`. */
export const catalogue = computed<Catalogue | null>(() => openData.value && naming.of(openData.value));
export const summary = computed<DatasetSummary | null>(() => openData.value?.summary ?? null);
export const source = computed<DataSource | null>(() => openData.value?.source ?? null);
export const examples = computed(() => openData.value?.examples ?? []);
/** The shop whose ready models fit the data that is open; null where the page brings none. */
export const shop = computed<Preset | null>(() => {
  const open = openData.value;
  return open ? readyShop(open.key) : null;
});

/** Why data that was asked for is not open; what was open before still is. */
export const dataFailure = signal<WorkerFailure | null>(null);

/** Where the model that answers comes from. */
export type ModelOrigin = "ready" | "training" | "kept";

export interface LoadedModel {
  /** What was chosen, and which version of it. */
  readonly key: string;
  readonly summary: ModelSummary;
  readonly origin: ModelOrigin;
  /** Which run, how far: in words. Empty for ready models. */
  readonly label: string;
  /** Its file; null for the stored example before the engine has it. */
  readonly bytes: Uint8Array | null;
}

export const loaded = signal<LoadedModel | null>(null);
export const model = computed<ModelSummary | null>(() => loaded.value?.summary ?? null);
/** Why the model that was chosen does not answer, and which one that is. */
export const modelFailure = signal<{ readonly name: string; readonly failure: WorkerFailure } | null>(null);

/** Floors and ceiling of the data that is open; null until they are measured. */
export const floors = ofData<{ readonly valid: Floors; readonly test: Floors } | null>(null);

/** A signal for what is known of the data that is open: with other data it holds its fallback again, whoever wrote it. */
export interface OfData<Value> extends ReadonlySignal<Value> {
  /** Kept only if `of` is still open. */
  put(value: Value, of?: DataSource | null): void;
}

export function ofData<Value>(fallback: Value): OfData<Value> {
  const kept = signal<{ readonly of: DataSource | null; readonly value: Value }>({ of: null, value: fallback });
  const current = computed(() => (kept.value.of === source.value ? kept.value.value : fallback));
  return Object.assign(current, {
    put: (value: Value, of: DataSource | null = source.peek()) => {
      if (of === source.peek()) kept.value = { of, value };
    },
  });
}
