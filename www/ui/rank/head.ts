import { computed } from "@preact/signals";
import { current } from "../../state/current";

/** The head that is counted. A rank is one head's: the mean of all, which other panels draw, is read as the first. */
export const countedHead = computed(() => (current.head.value === "mean" ? 0 : current.head.value));
