// Whether the state has the model that it asks for.
import { computed } from "@preact/signals";
import { wantedModel } from "./choices";
import { current } from "./current";
import { BEST, NEWEST } from "./liveModel";
import { loaded } from "./opened";

/** What answers is what the state asks for. A run that has given no model yet keeps nobody waiting: what was there before answers. */
export const isAsWanted = computed(() => {
  const wanted = wantedModel.value;
  if (wanted === "wait") return current.model.value === NEWEST || current.model.value === BEST;
  return wanted?.key === loaded.value?.key;
});
