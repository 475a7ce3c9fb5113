import { t } from "../../../content";
import { explanation } from "../../../state/answers";
import { mapLayer } from "../../../state/focus";
import { model } from "../../../state/opened";
import { sourceName } from "../sourceName";
import type { SourceView } from "../sources";
import { mixtureOf } from "./mixture";

function mixture() {
  return mixtureOf(model.value?.system.enters ?? [], explanation.value?.stacks[mapLayer.value]);
}

/** Name of a source beside its map. A model with a single map has mixed its sources before. */
export function nameOf(source: SourceView, sources: number): string {
  return sources === 1 ? t().why.single[mixture()] : sourceName(source);
}

export function hasStacks(stacks: readonly string[]): boolean {
  return new Set(stacks).size > 1;
}

/** "2", or which stack the layer belongs to where the model has two. */
export function layerName(stacks: readonly string[], layer: number): string {
  const words = t().why.stacks;
  const stack = stacks[layer];
  if (!hasStacks(stacks) || stack === undefined) return String(layer + 1);
  const within = stacks.slice(0, layer).filter((one) => one === stack).length + 1;
  return stack === "attribute" ? words.attribute(within) : words.item(within);
}

/** The question a source answers, in a few words; empty for attributes the page does not know. */
export function askOf(source: SourceView, sources: number): string {
  const { asks } = t().why;
  if (sources === 1) return asks.single[mixture()];
  if (source.kind === "attribute") return asks.attributes[source.name.toLowerCase()] ?? "";
  return source.kind === "position" ? asks.position : asks.item;
}
