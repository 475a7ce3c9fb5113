import type { SourceFactor } from "./codecs";
import { factorsOf, type SourceEdits } from "./sourceScales";

/** A source scaled in one layer or, with null, in all; written as shortly as it can be, so that links stay short. */
export function withFactor(
  edits: SourceEdits,
  { letter, layer, factor }: SourceFactor,
  layers: number,
): { off: string[]; factors: SourceFactor[] } {
  const all = factorsOf(letter, layers, edits).map((before, at) => (layer === null || layer === at ? factor : before));
  const [first = 1] = all;
  const isEven = all.every((one) => one === first);
  const own = all.map((one, at) => ({ letter, layer: isEven ? null : at, factor: one }));
  return {
    off: [...edits.off.filter((one) => one !== letter), ...(isEven && first === 0 ? [letter] : [])],
    factors: [
      ...edits.factors.filter((one) => one.letter !== letter),
      ...(isEven ? own.slice(0, first === 0 ? 0 : 1) : own).filter((one) => one.factor !== 1),
    ],
  };
}
