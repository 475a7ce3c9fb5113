// A GPU compiles its shaders when they are first used, which takes seconds. It does so while the visitor still reads the settings.
import { effect } from "@preact/signals";
import { isSettled } from "./answers";
import { current } from "./current";
import { form } from "./form";
import { source } from "./opened";
import { endWarmUp, warmUp } from "./trainer";

/**
 * Warms the trainer up once `isWanted` (which reads signals) says that a run may follow, and once the visitor's own session has been
 * answered. The CPU needs none; choosing it ends one that is under way. Returns a way to stop following.
 */
export function followWarmUp(isWanted: () => boolean): () => void {
  return effect(() => {
    const [device, data, config] = [current.device.value, source.value, form.value];
    if (device === "cpu") endWarmUp();
    else if (isWanted() && isSettled.value && data && config) warmUp(data, config);
  });
}
