// What the run that is set up will take, before it starts: steps, memory and the size of what is kept, told by the engine; nothing of it is
// worked out here that the run would work out otherwise.
import { computed, signal } from "@preact/signals";
import type { RunConfig, RunStart } from "../engine.ts";
import { totalEpochs } from "./epochs";
import { form } from "./form";
import { summary } from "./opened";
import { sizeOf } from "./paces";
import { question } from "./question";

/** Somebody wants to know it. */
export const isPlanning = signal(false);

/** Numbers in the tables of a model up to which asking costs nothing that anybody notices: the engine makes the model to answer. */
const MOST_NUMBERS = 4e6;

function isCheap({ model }: RunConfig): boolean {
  const { items = 0, users = 0, attributes = [] } = summary.value ?? {};
  const width = "hidden_size" in model ? model.hidden_size : model.embedding_size;
  const values = attributes.reduce((sum, one) => sum + one.values, 0);
  const rows = items + values + ("user_embedding" in model && model.user_embedding ? users : 0);
  return rows * width <= MOST_NUMBERS;
}

export const plan = question("plan", () => {
  const config = form.value;
  return isPlanning.value && config && isCheap(config) ? { config } : null;
});

export interface Needs extends Pick<RunStart, "parameters" | "bytes"> {
  /** At most: a run may end earlier. Null where nobody has counted them. */
  readonly steps: number | null;
  readonly epochs: number;
  /** Of the file that a kept model is. */
  readonly file: number;
}

/** Bytes of a number, as models are kept. */
const BYTES = 4;

/** Tables that are never trained are no parameters, and are kept all the same. */
function frozen({ model }: RunConfig): number {
  if (!("freeze_attribute_tables" in model) || !model.freeze_attribute_tables) return 0;
  const { attributes = [] } = summary.value ?? {};
  // A row more for padding.
  return attributes.reduce(
    (sum, { values }, at) => sum + (values + 1) * (model.attributes[at]?.attribute_hidden_size ?? 0),
    0,
  );
}

/** Null until it is known; of a very large model after a measurement. */
export const needs = computed<Needs | null>(() => {
  const config = form.value;
  if (!config || plan.failure.value) return null;
  const asked = plan.value.value;
  const size = asked ?? sizeOf(config);
  if (!size) return null;
  return {
    parameters: size.parameters,
    bytes: size.bytes,
    steps: asked?.total_steps ?? null,
    epochs: totalEpochs(config),
    file: (size.parameters + frozen(config)) * BYTES,
  };
});
