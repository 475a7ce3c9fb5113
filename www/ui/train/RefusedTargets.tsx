import { t } from "../../content";
import type { RunConfig } from "../../engine.ts";
import { looksAhead, refusal } from "../../state/targets";
import { said } from "../common/failures";

/** Why every position cannot be chosen, where it cannot. */
export function RefusedTargets({ config }: { config: RunConfig }) {
  const words = t().train;
  const engines = refusal(config);
  const why = looksAhead(config)
    ? words.refusedEveryPosition(words.values.fusion?.[config.model.fusion] ?? config.model.fusion)
    : (words.refusedHere[config.model.kind] ?? (engines && said(engines)));
  return why === null ? null : <p class="note settings-note">{why}</p>;
}
