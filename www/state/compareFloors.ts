// What the compared runs are measured beside.
import { computed } from "@preact/signals";
import { reference } from "./compareChoice";
import { question } from "./question";

const sessions = computed(() => reference.value?.training.eval_sessions ?? null);

/** Ceiling and floors on the sample of validation sessions that runs are measured on; null until they are measured. */
export const validFloors = question("floors", () =>
  sessions.value === null ? null : { split: "valid", sessions: sessions.value },
).value;
