// Sources that are switched off, as the engine takes it: a factor on each source's scores, in the model's order.
import type { AttributeInfo, SourceInfo } from "../engine.ts";
import { sourceLetters } from "./sourceLetters";

/** Empty where every source is on: the engine then takes its quick way. A model that mixes its sources first has none to switch. */
export function scalesOf(
  sources: readonly SourceInfo[],
  attributes: readonly Pick<AttributeInfo, "name">[],
  off: readonly string[],
): number[] {
  const letters = sourceLetters(sources, attributes);
  if (sources.length < 2 || !letters.some((letter) => letter !== null && off.includes(letter))) return [];
  return letters.map((letter) => (letter !== null && off.includes(letter) ? 0 : 1));
}
