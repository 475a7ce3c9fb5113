// Which model answers the visitor: those that could, and the one that the state asks for.
import { computed } from "@preact/signals";
import { current } from "./current";
import { FIRST_SYSTEM } from "./firstSystem";
import { BEST, bestModel, NEWEST, newestModel } from "./liveModel";
import { loaded, type ModelOrigin, shop, source } from "./opened";
import { readyIndexOf, readyModel, readySystemsOf } from "./ready";
import { type Choice, choicesFor, findChoice, readyKey, trainedModels } from "./shelf";

/** Everything that fits the data that is open. Ready models appear once their list is here. */
export const choices = computed(() => {
  const open = shop.value;
  const ready = open
    ? readySystemsOf(open).map(({ id, name }) => ({ id, name, shop: open, weights: () => readyModel(id, open) }))
    : [];
  return choicesFor(source.value, ready, trainedModels.value);
});

export interface WantedModel {
  /** What was chosen. */
  readonly key: string;
  /** Which of those that were ever called so: two versions are the same only if they are identical. */
  readonly version: unknown;
  readonly name: string;
  readonly origin: ModelOrigin;
  readonly label: string;
  readonly bytes: () => Promise<Uint8Array>;
}

function ofChoice({ key, version, name, label, weights }: Choice): WantedModel {
  return { key, version, name, label, origin: label === "" ? "ready" : "kept", bytes: weights };
}

/**
 * What the state asks for: the model of the run under way, one that was trained here, or a ready one. What is not there gives way to
 * one that was trained on this data, then to the shop's own. "wait": it is on its way, and what answers goes on answering.
 */
export const wantedModel = computed<WantedModel | "wait" | null>(() => {
  const wanted = current.model.value;
  if (wanted === NEWEST || wanted === BEST) {
    const live = (wanted === BEST ? bestModel.value : null) ?? newestModel.value;
    if (!live) return "wait";
    const { label, step, bytes } = live;
    return {
      key: `${wanted}:${step}:${label}`,
      version: bytes,
      name: label,
      origin: "training",
      label,
      bytes: async () => bytes,
    };
  }
  const found = findChoice(wanted, choices.value);
  if (found) return ofChoice(found);
  const open = shop.value;
  if (open && wanted === FIRST_SYSTEM) return ready(open);
  if (open && readyIndexOf(open).value === null && !wanted.includes(":")) return "wait";
  const trained = unasked(choices.value.filter(({ label }) => label !== ""));
  if (trained) return ofChoice(trained);
  return open ? ready(open) : null;
});

/** Of the models trained here, which nobody chose between: the newest, or the winner where it comes of a comparison. */
function unasked(trained: readonly Choice[]): Choice | undefined {
  const newest = trained.at(-1);
  if (newest?.score === undefined) return newest;
  const score = (choice: Choice) => choice.score ?? Number.NEGATIVE_INFINITY;
  return trained.reduce((best, one) => (score(one) > score(best) ? one : best));
}

/** Before the list of ready models is here. */
function ready(open: NonNullable<typeof shop.value>): WantedModel {
  const bytes = () => readyModel(FIRST_SYSTEM, open);
  return { key: readyKey(FIRST_SYSTEM), version: open, name: "DIF-SR", origin: "ready", label: "", bytes };
}

/** The choice that was pressed and is on its way. */
export const comingKey = computed<string | null>(() => {
  const wanted = wantedModel.value;
  return wanted === null || wanted === "wait" || wanted.key === loaded.value?.key ? null : wanted.key;
});
