// How long a run takes and how many steps it has, in words; only from what was measured.
import { t } from "../../content";
import type { RunConfig } from "../../engine.ts";
import { current } from "../../state/current";
import { form } from "../../state/form";
import { trainsOn } from "../../state/holder";
import { type DeviceKind, faster, timeOf } from "../../state/pace";
import { gpuIsUsable, pacesFor, users } from "../../state/paces";
import { needs } from "../../state/plan";
import { timeLimit } from "../../state/training";
import { count, decimal } from "../common/format";

/** 4.2 s, 42 s, 12 min, 1.5 h: as exact as a measurement of three steps is. */
export function roughly(ms: number): string {
  const words = t().bench;
  const seconds = ms / 1000;
  if (seconds < 10) return words.seconds(decimal(seconds, 1));
  if (seconds < 100) return words.seconds(count(seconds));
  if (seconds < 6000) return words.minutes(count(seconds / 60));
  return words.hours(decimal(seconds / 3600, 1));
}

/** Milliseconds on a device, with the time limit; null where it was not timed there. */
export function timeOn(device: DeviceKind, config: RunConfig): number | null {
  const pace = pacesFor(config)[device];
  const limit = timeLimit();
  if (!pace) return null;
  const whole = timeOf(pace, config, users());
  return limit === null ? whole : Math.min(whole, limit);
}

/** On the device that will train it, or else on the only one that was timed; null where none was. */
export function timeOfRun(config: RunConfig): { readonly device: DeviceKind; readonly ms: number } | null {
  const device = deviceFor(config);
  const ms = device && timeOn(device, config);
  return device && ms !== null ? { device, ms } : null;
}

function deviceFor(config: RunConfig): DeviceKind | null {
  const asked = current.device.value;
  if (asked === "cpu" || (asked === "webgpu" && gpuIsUsable.value !== false)) return asked;
  const paces = pacesFor(config);
  const fast = faster(paces, config, users());
  if (fast) return fast.device;
  const gpu = trainsOn.value?.gpu;
  // What the trainer has found out holds, timed or not.
  if (gpu?.usable) return gpu.fallback ? "cpu" : "webgpu";
  return paces.cpu ? "cpu" : paces.webgpu ? "webgpu" : null;
}

/** "At most 2,060 steps, about 42 s on the CPU." Null before it is known. */
export function takesInShort(): string | null {
  const words = t().bench;
  const [config, known] = [form.value, needs.value];
  if (!config || !known || known.steps === null) return null;
  const time = timeOfRun(config);
  const steps = count(known.steps);
  return time ? words.shortWithTime(steps, roughly(time.ms), words.theDevice[time.device]) : words.short(steps);
}
