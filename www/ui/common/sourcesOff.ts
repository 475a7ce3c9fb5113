// Which sources are switched off or scaled, the switch, and the way back.
import { current } from "../../state/current";
import { catalogue, model } from "../../state/opened";
import { factorsOf, layersOf } from "../../state/sourceScales";
import { type SourceView, sourceViews } from "./sources";

/** Sources of the model that answers, and what each one's scores are multiplied by, layer by layer; none where all are mixed first. */
export function sourceFactors(): readonly { readonly source: SourceView; readonly factors: readonly number[] }[] {
  const summary = model.value;
  if (!summary || summary.sources.length < 2) return [];
  const edits = { off: current.off.value, factors: current.factors.value };
  const layers = layersOf(summary);
  return sourceViews(summary.sources, catalogue.value?.attributes ?? []).map((source) => ({
    source,
    factors: factorsOf(source.letter, layers, edits),
  }));
}

/** Those that count as the model was not trained: nothing, less or more, somewhere. */
export function sourcesEdited() {
  return sourceFactors().filter(({ factors }) => factors.some((factor) => factor !== 1));
}
