// Sum, concat or gate: the same model with another fusion answers the same session. Each has weights of its own.

import { signal } from "@preact/signals";
import { t } from "../../content";
import { choices, comingKey } from "../../state/choices";
import { current, set } from "../../state/current";
import { client } from "../../state/engine";
import { model, modelFailure, shop } from "../../state/opened";
import { fetchReadyIndex } from "../../state/ready";
import { type FusionVariant, fusionFamily } from "../../state/shelf";
import { Button } from "../common/Button";
import { inWords } from "../common/failures";
import { goTo } from "../common/navigation";
import { Segmented } from "../common/Segmented";

const VARIANTS: readonly FusionVariant[] = ["sum", "concat", "gate"];
/** The fusion that was asked for and has no weights, with the model it was asked of. */
const missing = signal<{ system: string; fusion: FusionVariant } | null>(null);

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

/** Opens the training panel with that system, and with what else the visitor has set. */
function train(system: string): void {
  const { "model.fusion": _, "training.targets": __, ...changes } = current.form.peek().changes;
  set({ form: { system, changes } });
  goTo("train");
}

/** The model that answers and the systems that differ from it in their fusion alone; null where fusion is no choice. */
function switchable() {
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

/** Why the fusion that was asked for does not answer, and the way to get it. */
export function FusionNote() {
  const now = switchable();
  const words = t().shell.model;
  const asked = missing.value;
  if (!now) return null;
  const failed = modelFailure.value;
  if (failed) return <p class="note fusion-note">{words.chooseFailed(inWords(failed.failure))}</p>;
  if (asked?.system !== now.summary.system.id) return null;
  const name = words.fusion[asked.fusion] ?? asked.fusion;
  return (
    <p class="note fusion-note" role="status">
      {words.fusionMissing(name)}{" "}
      <Button look="link" onClick={() => train(now.family.systems[asked.fusion])}>
        {words.fusionTrain(name)}
      </Button>
    </p>
  );
}
