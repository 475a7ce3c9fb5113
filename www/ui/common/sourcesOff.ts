// Which sources are switched off, and the switch.
import { current, set } from "../../state/current";
import { catalogue, model } from "../../state/opened";
import { type SourceView, sourceViews } from "./sources";

/** Sources of the model that answers which are switched off; a model that mixes its sources first has none to switch. */
export function sourcesOff(): readonly SourceView[] {
  const summary = model.value;
  if (!summary || summary.sources.length < 2) return [];
  const off = current.off.value;
  return sourceViews(summary.sources, catalogue.value?.attributes ?? []).filter(({ letter }) => off.includes(letter));
}

export function switchOff({ letter }: SourceView, isOff: boolean): void {
  const others = current.off.peek().filter((one) => one !== letter);
  set({ off: isOff ? [...others, letter] : others });
}
