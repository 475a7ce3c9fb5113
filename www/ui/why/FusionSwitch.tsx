// Sum, concat or gate: the same model with another fusion answers the same session. Each has weights of its own.

import { signal } from "@preact/signals";
import { t } from "../../content";
import { choices, comingKey } from "../../state/choices";
import { set } from "../../state/current";
import { client } from "../../state/engine";
import { model, shop } from "../../state/opened";
import { fetchReadyIndex } from "../../state/ready";
import { type FusionVariant, fusionFamily } from "../../state/shelf";
import { Segmented } from "../common/Segmented";

const VARIANTS: readonly FusionVariant[] = ["sum", "concat", "gate"];
/** The fusion that was asked for and has no model, with the model it was asked of. */
export const missing = signal<{ system: string; fusion: FusionVariant } | null>(null);

async function change(system: string, fusion: FusionVariant): Promise<void> {
  const wanted = fusionFamily(system)?.systems[fusion];
  missing.value = null;
  if (shop.value) await fetchReadyIndex(shop.value);
  const choice = choices.value.findLast((one) => one.system === wanted);
  if (!choice) {
    missing.value = { system, fusion };
    return;
  }
  set({ model: choice.label === "" ? choice.system : choice.key });
}

/** The model that answers and the systems that differ from it in their fusion alone; null where fusion is no choice. */
export function switchable() {
  const summary = model.value;
  const family = summary && fusionFamily(summary.system.id);
  // The sigmoid gate has no weights of the page and no row in the result table.
  const isOther = summary?.config.kind === "dif_sr" && summary.config.fusion === "sigmoid_gate";
  return family && !isOther && client.value ? { summary, family } : null;
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
