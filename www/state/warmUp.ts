// A GPU compiles its shaders when they are first used, which takes seconds. It does so while the visitor still reads the settings.
import { effect } from "@preact/signals";
import { isSettled } from "./answers";
import { current } from "./current";
import { form } from "./form";
import { source } from "./opened";
import { backendOf } from "./paces";
import { endWarmUp, warmUp } from "./trainer";

/**
 * Warms the trainer up once `isWanted` (which reads signals) says that a run may follow, and once the visitor's own session has been
 * answered. The CPU needs none; choosing it, or measuring that it is faster, ends one that is under way. Returns a way to stop following.
 */
export function followWarmUp(isWanted: () => boolean): () => void {
  return effect(() => {
    const [data, config] = [source.value, form.value];
    const device = config ? backendOf(config) : current.device.value;
    if (device === "cpu") endWarmUp();
    else if (isWanted() && isSettled.value && data && config) warmUp(data, config, device);
  });
}
