// Scaling a source, switching it off, and the way back.
import { current, set } from "../../state/current";
import { model } from "../../state/opened";
import { layersOf } from "../../state/sourceScales";
import { withFactor } from "../../state/withFactor";
import type { SourceView } from "./sources";

/** Multiplies the scores of a source, in one layer or, with null, in all. */
export function scale({ letter }: SourceView, layer: number | null, factor: number): void {
  const edits = { off: current.off.peek(), factors: current.factors.peek() };
  const summary = model.peek();
  if (summary) set(withFactor(edits, { letter, layer, factor }, layersOf(summary)));
}

export function switchOff(source: SourceView, isOff: boolean): void {
  scale(source, null, isOff ? 0 : 1);
}

export function resetSources(): void {
  set({ off: [], factors: [] });
}
