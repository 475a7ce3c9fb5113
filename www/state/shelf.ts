// Every model that could answer: those that come with the page and those trained here. Each knows the data it was trained on,
// for item ids mean nothing on any other.
import { signal } from "@preact/signals";
import type { Preset } from "../engine.ts";
import type { DataSource } from "../worker/client";
import type { ReadySystem } from "./ready";

/** Weights that a run of this visit left behind. */
export interface TrainedModel {
  /** Tells apart runs; weights offered again under the same key replace the old ones. */
  readonly key: string;
  /** Id of the system. */
  readonly system: string;
  readonly name: string;
  /** Which run, how far: in words. */
  readonly label: string;
  readonly source: DataSource;
  readonly bytes: Uint8Array;
  /** Validation NDCG@10 of these weights, where runs were compared by it. */
  readonly score?: number;
}

/** Oldest first. */
export const trainedModels = signal<readonly TrainedModel[]>([]);

export function offerTrained(model: TrainedModel): void {
  const others = trainedModels.value.filter(({ key }) => key !== model.key);
  trainedModels.value = [...others, model];
}

/** What a model that comes with the page is called once it answers. The state calls it by its system alone. */
export function readyKey(system: string): string {
  return `ready:${system}`;
}

/** What the state calls a model that was trained here. */
export function trainedKey(key: string): string {
  return `trained:${key}`;
}

/** What the shelf calls the model of a system that was trained in a comparison. */
export function comparedKey(system: string): string {
  return `compare-${system}`;
}

/** A model that can be chosen for the data that is open. */
export interface Choice {
  readonly key: string;
  /** Newer weights under the same key, and the same system of another shop, are another version. */
  readonly version: unknown;
  readonly system: string;
  readonly name: string;
  /** Empty for weights that come with the page. */
  readonly label: string;
  readonly score?: number;
  readonly weights: () => Promise<Uint8Array>;
}

/** What the state calls a choice. */
export function stateKey({ key, system, label }: Choice): string {
  return label === "" ? system : key;
}

/** The one that the state means, or that has this key. */
export function findChoice(wanted: string, choices: readonly Choice[]): Choice | undefined {
  return choices.find((choice) => choice.key === wanted || stateKey(choice) === wanted);
}

/** A model that comes with the page. */
export interface ReadyModel extends Pick<ReadySystem, "id" | "name"> {
  readonly shop: Preset;
  readonly weights: () => Promise<Uint8Array>;
}

export function sameSource(a: DataSource, b: DataSource): boolean {
  // Files are the same only if they are the very same ones; what is generated is the same if it is asked for the same way.
  return a === b || (a.kind === "synthetic" && b.kind === "synthetic" && JSON.stringify(a) === JSON.stringify(b));
}

/** What fits the data that is open. `ready` are the systems that the page brings for this shop; none for other data. */
export function choicesFor(
  open: DataSource | null,
  ready: readonly ReadyModel[],
  trained: readonly TrainedModel[],
): Choice[] {
  const here = trained.filter(({ source }) => open !== null && sameSource(source, open));
  return [
    ...ready.map(({ id, name, shop, weights }) => ({
      key: readyKey(id),
      version: shop,
      system: id,
      name,
      label: "",
      weights,
    })),
    ...here.map(({ key, bytes, source: _, ...model }) => ({
      ...model,
      key: trainedKey(key),
      version: bytes,
      weights: async () => bytes,
    })),
  ];
}
