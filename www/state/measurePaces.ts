// Times a few steps on every device that this machine has, at a press: on a trainer of its own, so that nothing of the one that trains is
// touched, and given up as soon as somebody trains.
import { effect, signal } from "@preact/signals";
import { WorkerFailure } from "../worker/client";
import { form } from "./form";
import { holder } from "./holder";
import { ofData, source } from "./opened";
import { type DeviceKind, rankedSessions } from "./pace";
import { addTiming, gpuIsUsable, users } from "./paces";
import { anotherTrainer, endWarmUp } from "./trainer";

/** The device that is being timed. */
export const measuring = signal<DeviceKind | null>(null);
/** Why no device could be timed. */
export const measureFailure = ofData<WorkerFailure | null>(null);

const DEVICES = ["cpu", "webgpu"] as const satisfies DeviceKind[];
/** Sessions that are ranked to time that: enough for a mean, few enough to wait for. */
const SESSIONS = 200;

/** Resolves when every device has been timed, or when that is given up. */
export async function measure(): Promise<void> {
  const [config, data] = [form.peek(), source.peek()];
  if (!config || !data || measuring.peek() || holder.peek() !== null) return;
  const client = anotherTrainer();
  if (!client) return;
  endWarmUp();
  measureFailure.put(null);
  let isWanted = true;
  const unfollow = effect(() => {
    if (holder.value === null && source.value === data) return;
    isWanted = false;
    client.dispose();
  });
  try {
    for (const device of DEVICES) {
      if (!isWanted) return;
      measuring.value = device;
      try {
        const opened = await client.open(data, device);
        if (device === "webgpu") gpuIsUsable.value = opened.device.kind === "webgpu";
        if (opened.device.kind !== device || !isWanted) continue;
        const timing = await client.time(config, Math.min(SESSIONS, rankedSessions(config, users())));
        addTiming(config, device, timing, data);
      } catch (cause) {
        if (!(cause instanceof WorkerFailure)) throw cause;
        // A GPU that cannot do it is no reason not to train.
        if (isWanted && device === "cpu") measureFailure.put(cause, data);
      }
    }
  } finally {
    unfollow();
    client.dispose();
    measuring.value = null;
  }
}
