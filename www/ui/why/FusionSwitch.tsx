// Sum, concat or gate: the same model with another fusion answers the same session. Each has weights of its own.
import { effect, signal } from "@preact/signals";
import { t } from "../../content";
import type { ModelConfig } from "../../engine.ts";
import { choices, choose, chooseFailure, choosing } from "../../state/choose";
import { fetchReadyIndex } from "../../state/ready";
import { type FusionVariant, fusionFamily } from "../../state/shelf";
import { client, isShippedData, model } from "../../state/store";
import type { ModelKind } from "../../state/training";
import { announce } from "../common/Announcer";
import { Button } from "../common/Button";
import { Segmented } from "../common/Segmented";
import { goTo } from "../shell/navigation";

const VARIANTS: readonly FusionVariant[] = ["sum", "concat", "gate"];
/** The fusion that was asked for and has no weights, with the model it was asked of. */
const missing = signal<{ system: string; fusion: FusionVariant } | null>(null);

async function change(system: string, fusion: FusionVariant): Promise<void> {
  const wanted = fusionFamily(system)?.systems[fusion];
  missing.value = null;
  if (isShippedData.value) await fetchReadyIndex();
  const choice = choices.value.findLast((one) => one.system === wanted);
  if (!choice) {
    missing.value = { system, fusion };
    return;
  }
  await choose(choice);
  if (!chooseFailure.value) announce(t().shell.model.chosen(choice.name));
}

function withFusion(config: ModelConfig, fusion: FusionVariant): ModelConfig | null {
  if (config.kind === "dif_sr") return { ...config, fusion };
  return config.kind === "nova" ? { ...config, fusion } : null;
}

/** Opens the training panel with the fusion set. The panel's form is there once the panel is. */
async function train(kind: ModelKind, fusion: FusionVariant): Promise<void> {
  goTo("train");
  const training = await import("../../state/training");
  const stop = effect(() => {
    const config = training.form.value;
    if (!config) return;
    queueMicrotask(async () => {
      stop();
      if (config.model.kind !== kind) await training.chooseModel(kind);
      const now = training.form.peek();
      const set = now && withFusion(now.model, fusion);
      if (now && set) training.form.value = { ...now, model: set };
    });
  });
}

export function FusionSwitch() {
  const summary = model.value;
  const system = summary?.system.id ?? "";
  const family = fusionFamily(system);
  // The sigmoid gate has no weights of the page and no row in the result table.
  const isOther = summary?.config.kind === "dif_sr" && summary.config.fusion === "sigmoid_gate";
  if (!summary || !family || isOther || !client.value) return null;
  const words = t().shell.model;
  const wanted = VARIANTS.find((fusion) => choosing.value?.endsWith(`:${family.systems[fusion]}`));
  const none = missing.value?.system === system ? missing.value.fusion : null;
  const name = (fusion: FusionVariant) => words.fusion[fusion] ?? fusion;
  return (
    <div class="fusion-switch">
      <Segmented<FusionVariant>
        label={words.fusionLabel}
        options={VARIANTS.map((value) => ({ value, label: name(value) }))}
        value={wanted ?? family.own}
        onChange={(fusion) => void change(system, fusion)}
      />
      {none && (
        <p class="note" role="status">
          {words.fusionMissing(name(none))}{" "}
          <Button look="link" onClick={() => void train(summary.config.kind, none)}>
            {words.fusionTrain(name(none))}
          </Button>
        </p>
      )}
      {chooseFailure.value && <p class="note">{words.chooseFailed(chooseFailure.value)}</p>}
    </div>
  );
}
