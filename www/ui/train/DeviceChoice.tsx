// Which device trains, and why: the verdict of a real test, in plain words.
import { t } from "../../content";
import { backend, opened, run } from "../../state/training";
import type { Backend } from "../../worker/client";
import { Segmented } from "../common/Segmented";
import { browserHelp } from "./browser";

export function DeviceChoice() {
  const words = t().train;
  return (
    <Segmented<Backend>
      label={words.device}
      options={[
        { value: "auto", label: words.devices.auto },
        { value: "cpu", label: words.devices.cpu },
        { value: "webgpu", label: words.devices.webgpu },
      ]}
      value={backend.value}
      onChange={(value) => {
        backend.value = value;
      }}
    />
  );
}

/** One paragraph: what trains, why not the other, and what could be done about it in this browser. */
export function DeviceVerdict() {
  const words = t().train;
  const found = opened.value;
  if (!found) return <p class="note">{words.deviceUnknown}</p>;
  const { device, gpu } = found;
  if (device.kind === "webgpu") {
    const name = gpu.usable ? gpu.name : device.name;
    return <p class="note">{gpu.usable && gpu.fallback ? words.onSoftwareGpu(name) : words.onGpu(name)}</p>;
  }
  const why = gpu.usable ? (gpu.fallback ? words.verdict.fallback(gpu.name) : "") : words.verdict[gpu.code];
  const canHelp = !gpu.usable && (gpu.code === "no_navigator_gpu" || gpu.code === "no_adapter");
  return (
    <p class="note">
      {words.onCpu} {why} {canHelp && `${words.help[browserHelp(navigator.userAgent)]} `}
      {!gpu.usable && gpu.code !== "not_tried" && words.cpuEnough}
      {run.value && backend.value !== "auto" && backend.value !== device.kind ? ` ${words.deviceNote}` : ""}
    </p>
  );
}
