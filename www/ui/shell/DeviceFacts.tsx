// What the menu of the device says: where predictions, explanations and training run, and how long the last answer took.
import { t } from "../../content";
import { timings } from "../../state/answers";
import { device } from "../../state/engine";
import { trainsOn } from "../../state/holder";
import { FactList } from "../common/FactList";
import { said } from "../common/failures";
import { duration } from "../common/format";
import { KeptHere } from "../common/keptHere";
import { Marked } from "../common/Marked";
import "../../styles/menus.css";

/** What is known of WebGPU here: what a run has found, and before one what the browser says. */
function gpuInWords(): string {
  const words = t().device;
  const found = trainsOn.value;
  if (found?.device.kind === "webgpu") return words.trainedOn(found.device.name);
  if (found) return words.trainedOnCpu;
  if ("gpu" in navigator) return words.hasGpu;
  // Browser and graphics card are not the cause then.
  return isSecureContext ? words.noGpu : words.insecure;
}

export function DeviceFacts() {
  const words = t().device;
  const found = device.value;
  const times = timings.value;
  const facts: [string, string][] = [
    ...(found
      ? [[words.device, [found.name, said(found.detail)].filter(Boolean).join(", ")] satisfies [string, string]]
      : []),
    ...(times
      ? [
          [words.predict, duration(times.predict)] satisfies [string, string],
          [words.explain, duration(times.explain)] satisfies [string, string],
          [words.total, duration(times.total)] satisfies [string, string],
        ]
      : []),
  ];
  return (
    <div class="info">
      <h2>{t().shell.badge.about}</h2>
      <p>
        <Marked text={words.why} />
      </p>
      <p>{gpuInWords()}</p>
      <FactList facts={facts} />
      <KeptHere />
    </div>
  );
}
