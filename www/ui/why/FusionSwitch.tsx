// Sum, concat or gate: the same model with another fusion answers the same session. Each has parameters of its own.
import { t } from "../../content";
import { choices, comingKey } from "../../state/choices";
import { set } from "../../state/current";
import { type FusionVariant, fusionFamily } from "../../state/fusionFamily";
import { shop } from "../../state/opened";
import { fetchReadyIndex } from "../../state/ready";
import { Segmented } from "../common/Segmented";
import { missingFusion } from "./fusion";
import { switchable } from "./switchable";

const VARIANTS: readonly FusionVariant[] = ["sum", "concat", "gate"];

async function change(system: string, fusion: FusionVariant): Promise<void> {
  const wanted = fusionFamily(system)?.systems[fusion];
  missingFusion.value = null;
  if (shop.value) await fetchReadyIndex(shop.value);
  const choice = choices.value.findLast((one) => one.system === wanted);
  if (!choice) {
    missingFusion.value = { system, fusion };
    return;
  }
  set({ model: choice.label === "" ? choice.system : choice.key });
}

export function FusionSwitch() {
  const now = switchable();
  if (!now) return null;
  const { summary, family } = now;
  const words = t().shell.model;
  const wanted = VARIANTS.find((fusion) => comingKey.value?.endsWith(`:${family.systems[fusion]}`));
  return (
    <span class="fusion-switch">
      <Segmented<FusionVariant>
        label={words.fusionLabel}
        options={VARIANTS.map((value) => ({ value, label: words.fusion[value] ?? value }))}
        value={wanted ?? family.own}
        onChange={(fusion) => void change(summary.system.id, fusion)}
      />
    </span>
  );
}
