// Which device trains, and why: the verdict of a real test, in plain words.
import { t } from "../../content";
import { current, set } from "../../state/current";
import { trainsOn } from "../../state/holder";
import { gpuBytes } from "../../state/trainer";
import { run } from "../../state/training";
import { type Backend, type Opened, WorkerFailure } from "../../worker/client";
import { inWords } from "../common/failures";
import { bytes, count } from "../common/format";
import { Marked } from "../common/Marked";
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
      value={current.device.value}
      onChange={(value) => {
        set({ device: value });
      }}
    />
  );
}

/** What trains, why not the other, and what could be done about it in this browser. */
export function DeviceVerdict() {
  const words = t().train;
  const found = trainsOn.value;
  const coming = gpuBytes.value;
  if (coming) {
    const [received, total] = [bytes(coming.received), coming.total && bytes(coming.total)];
    return <p class="note">{total ? words.gpuLoading(received, total) : words.gpuLoadingUnknown(received)}</p>;
  }
  if (!found)
    return (
      <p class="note">
        <Marked text={words.deviceUnknown} />
      </p>
    );
  const { device, gpu } = found;
  const canHelp = !gpu.usable && (gpu.code === "no_navigator_gpu" || gpu.code === "no_adapter");
  const isStale = run.value !== null && current.device.value !== "auto" && current.device.value !== device.kind;
  return (
    <>
      <p class="note">
        <Marked text={verdict(found)} /> <SizeNote /> {isStale && words.deviceNote}
      </p>
      {canHelp && (
        <details class="note">
          <summary>{words.helpTitle}</summary>
          <p>
            {words.help[browserHelp(navigator.userAgent)]} {words.cpuEnough}
          </p>
        </details>
      )}
    </>
  );
}

function verdict({ device, gpu }: Opened): string {
  const words = t().train;
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

/** Size of the model in training, as the engine estimated it. */
function SizeNote() {
  const now = run.value;
  return now && <Marked text={t().train.size(count(now.start.parameters), bytes(now.start.bytes))} />;
}
