// Sources that are switched off or scaled, as the engine takes them: a factor on each source's scores, in the model's order.
import type { AttributeInfo, ModelSummary, SourceInfo } from "../engine.ts";
import type { SourceFactor } from "./codecs";
import { sourceLetters } from "./sourceLetters";

/** Two fields of the experiment: `off` is 0 in every layer. */
export interface SourceEdits {
  readonly off: readonly string[];
  readonly factors: readonly SourceFactor[];
}

/** Layers whose scores can be scaled one by one. */
export function layersOf({ config }: Pick<ModelSummary, "config">): number {
  return "n_layers" in config ? config.n_layers : 1;
}

/** What a source's scores are multiplied by in a layer: its own factor there counts before the one for all layers. */
export function factorOf(letter: string, layer: number, { off, factors }: SourceEdits): number {
  if (off.includes(letter)) return 0;
  const mine = factors.filter((one) => one.letter === letter);
  const found = mine.findLast((one) => one.layer === layer) ?? mine.findLast((one) => one.layer === null);
  return found?.factor ?? 1;
}

/** The same, layer by layer. */
export function factorsOf(letter: string, layers: number, edits: SourceEdits): number[] {
  return Array.from({ length: layers }, (_, layer) => factorOf(letter, layer, edits));
}

/**
 * Empty where every factor is 1: the engine then takes its quick way. One a source where all layers have the same, layer by layer
 * otherwise. A model that mixes its sources first has none to scale.
 */
export function scalesOf(
  sources: readonly SourceInfo[],
  attributes: readonly Pick<AttributeInfo, "name">[],
  edits: SourceEdits,
  layers: number,
): number[] {
  if (sources.length < 2) return [];
  const letters = sourceLetters(sources, attributes);
  const rows = Array.from({ length: Math.max(1, layers) }, (_, layer) =>
    letters.map((letter) => (letter === null ? 1 : factorOf(letter, layer, edits))),
  );
  if (rows.flat().every((factor) => factor === 1)) return [];
  const [first = []] = rows;
  return rows.every((row) => row.join() === first.join()) ? first : rows.flat();
}
