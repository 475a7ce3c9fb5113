import { computed } from "@preact/signals";
import { timings } from "../../state/answers";
import { engine } from "../../state/engine";

/** What lies below the fold comes after the engine's first answer, or once there will be none. */
export const isDue = computed(() => timings.value !== null || engine.value.phase === "failed");
