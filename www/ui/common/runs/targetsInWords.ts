import { t } from "../../../content";
import type { Targets } from "../../../engine.ts";

export function targetsInWords(targets: Targets): string {
  return t().train.values.targets?.[targets] ?? targets;
}
