import { computed } from "@preact/signals";
import { choices } from "./choices";
import { loaded } from "./opened";
import type { Choice } from "./shelf";

/** The choice that answers now; null for a model that is still being trained. */
export const answeringChoice = computed<Choice | null>(
  () => choices.value.find(({ key }) => key === loaded.value?.key) ?? null,
);
