// Which device trains, and why; and what could be done about it in this browser.
import { t } from "../../content";
import { current, set } from "../../state/current";
import { trainsOn } from "../../state/holder";
import { gpuBytes } from "../../state/trainer";
import { run } from "../../state/training";
import type { Backend } from "../../worker/client";
import { bytes, count } from "../common/format";
import { Marked } from "../common/Marked";

import { Segmented } from "../common/Segmented";
import { browserHelp } from "./browser";
import { deviceVerdict } from "./deviceVerdict";

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
      onChange={(device) => set({ device })}
    />
  );
}

export function DeviceVerdict() {
  const words = t().train;
  const found = trainsOn.value;
  const coming = gpuBytes.value;
  if (coming) {
    const [received, total] = [bytes(coming.received), coming.total && bytes(coming.total)];
    return <p class="note">{total ? words.gpuLoading(received, total) : words.gpuLoadingUnknown(received)}</p>;
  }
  if (!found) {
    return (
      <p class="note">
        <Marked text={words.deviceUnknown} />
      </p>
    );
  }
  const { device, gpu } = found;
  const canHelp = !gpu.usable && (gpu.code === "no_navigator_gpu" || gpu.code === "no_adapter");
  const isStale = run.value !== null && current.device.value !== "auto" && current.device.value !== device.kind;
  return (
    <div class="note device-verdict">
      <p>
        <Marked text={deviceVerdict(found)} /> <SizeNote /> {isStale && words.deviceNote}
      </p>
      {canHelp && (
        <details>
          <summary>{words.helpTitle}</summary>
          <p>
            {words.help[browserHelp(navigator.userAgent)]} {words.cpuEnough}
          </p>
        </details>
      )}
    </div>
  );
}

/** Size of the model in training, as the engine estimated it. */
function SizeNote() {
  const now = run.value;
  return now && <Marked text={t().train.size(count(now.start.parameters), bytes(now.start.bytes))} />;
}
