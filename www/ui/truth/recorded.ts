// Where the recorded agreements may stand beside the measured ones: with the clicks that they are of.
import type { DataKey } from "../../state/dataKey";
import type { RecordedTruth } from "../../state/recordedTruth";
import { PRESET_WEIGHTS, sameMix, shares } from "../common/presets";

/**
 * They are of the first shop's clicks, whose items wore each other's attributes while the model learned. Mix, seed and number of sessions
 * make the clicks; a preset that shuffles the attributes leaves them as they are.
 */
export function isOfRecord({ seed }: Pick<RecordedTruth, "seed">, key: DataKey): boolean {
  if (key.kind !== "shop" || key.config.seed !== seed || key.config.sessions !== undefined) return false;
  const mix = shares(key.config.weights ?? PRESET_WEIGHTS[key.config.preset]);
  return mix !== null && sameMix(mix, PRESET_WEIGHTS.brand_loyal);
}
