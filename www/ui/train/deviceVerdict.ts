import { t } from "../../content";
import { current } from "../../state/current";
import { type Opened, WorkerFailure } from "../../worker/client";
import { inWords } from "../common/failures";

/** What trains, and why not the other device: the verdict of a real test, in plain words. */
export function deviceVerdict({ device, gpu }: Opened): string {
  const words = t().train;
  // Nobody chose the CPU: it was measured.
  if (current.device.value === "auto" && !gpu.usable && gpu.code === "not_tried") {
    return `${words.onCpu} ${t().bench.measuredFaster}`;
  }
  if (device.kind === "webgpu") {
    const name = gpu.usable ? gpu.name : device.name;
    return gpu.usable && gpu.fallback ? words.onSoftwareGpu(name) : words.onGpu(name);
  }
  if (!gpu.usable) {
    const why = gpu.code === "load_failed" ? ` ${inWords(new WorkerFailure(gpu.message, gpu.reason))}` : "";
    return `${words.onCpu} ${words.verdict[gpu.code]}${why}`;
  }
  return gpu.fallback ? `${words.onCpu} ${words.verdict.fallback(gpu.name)}` : words.onCpu;
}
