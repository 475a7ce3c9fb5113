// The whole list of a session, for whoever reads single items of it: with all sources, or without one.
import type { Prediction } from "../../engine.ts";
import type { Ask } from "../../state/question";

/** More than any shop has. */
const ALL = 1000;

interface Asked {
  /** The slot of the model. */
  readonly model: string;
  /** How many sources it has, and the index of the one that is switched off. */
  readonly sources: number;
  readonly off?: number | null;
}

export async function askList(
  ask: Ask,
  items: readonly number[],
  { model, sources, off = null }: Asked,
): Promise<Prediction> {
  const scale = off === null ? [] : Array.from({ length: sources }, (_, source) => (source === off ? 0 : 1));
  return (await ask("predict", { items: [...items], model, k: ALL, exclude_seen: false, source_scale: scale })).value;
}

export const probabilityOf = ({ top }: Prediction, item: number): number =>
  top.find((one) => one.item === item)?.probability ?? 0;

/** From 1; 0: no candidate. */
export const rankOf = ({ ranks }: Prediction, item: number): number => ranks[item] ?? 0;
