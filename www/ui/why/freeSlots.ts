import { computed } from "@preact/signals";
import { explanation } from "../../state/answers";
import { model } from "../../state/opened";

/**
 * Positions behind the newest click that are empty and yet take part: concat and gate fuse whole rows of the model's length. Where they
 * take no part, a short session is a small matrix and there is nothing to draw.
 */
export const freeSlots = computed(() => {
  const maps = explanation.value;
  const length = model.value?.config.max_length;
  if (!maps || length === undefined || maps.fusion === "sum" || maps.fusion === "none") return 0;
  return Math.max(0, length - maps.items.length);
});
