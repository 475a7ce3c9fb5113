// Names the model of a kept run as its panel does. Reads the words of both.
import { t } from "../../../content";
import type { RunRecord } from "../../../state/runRecord";

/** "run 3, epoch 17" of Train it; "seed 212, epoch 17" of a comparison. */
export function recordLabel({ origin, number, config }: RunRecord, epoch: number): string {
  return origin === "train"
    ? t().train.runLabel(String(number), String(epoch))
    : t().compare.weightsLabel(String(config.training.seed), String(epoch));
}
