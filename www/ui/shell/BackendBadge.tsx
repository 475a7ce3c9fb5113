import { t } from "../../content";
import { engineMs, timings } from "../../state/answers";
import { device, engine } from "../../state/engine";
import { holder, trainsOn } from "../../state/holder";
import { duration, wholeDuration } from "../common/format";
import { Marked } from "../common/Marked";
import { Popover } from "../common/Popover";

/** Where it runs, how fast, and why: in two words, and on a press in full. */
export function BackendBadge() {
  const words = t().shell.badge;
  const state = engine.value.phase === "failed" ? "off" : device.value ? "on" : "loading";
  const detail = state === "off" ? words.stopped : state === "loading" ? words.loading : runningInWords();
  const name = deviceName();
  return (
    <Popover
      label={words.about}
      triggerClass={state === "off" ? "badge badge-warn" : "badge"}
      triggerLabel={`${words.about}: ${[name, detail].filter((part) => part !== "").join(", ")}`}
      trigger={
        <>
          <span class="badge-dot" data-state={state} />
          <span>
            <b>{name}</b>
            {detail && <span class="badge-detail">, {detail}</span>}
          </span>
        </>
      }
    >
      {() => <About />}
    </Popover>
  );
}

function deviceName(): string {
  const words = t().shell.badge;
  return device.value?.kind === "webgpu" ? words.webgpu : words.cpu;
}

/** How fast it answers, and where a run that is under way computes, if that is elsewhere. */
function runningInWords(): string {
  const ms = engineMs.value;
  const isOnGpu = holder.value !== null && trainsOn.value?.device.kind === "webgpu";
  return [...(ms === null ? [] : [wholeDuration(ms)]), ...(isOnGpu ? [t().shell.badge.trainsOnGpu] : [])].join(", ");
}

/** What is known of WebGPU here: what a run has found, and before one what the browser says. */
function gpuInWords(): string {
  const words = t().shell.badge;
  const found = trainsOn.value;
  if (found?.device.kind === "webgpu") return words.trainedOn(found.device.name);
  if (found) return words.trainedOnCpu;
  if ("gpu" in navigator) return words.hasGpu;
  // Browser and graphics card are not the cause then.
  return isSecureContext ? words.noGpu : words.insecure;
}

function About() {
  const words = t().shell.badge;
  const found = device.value;
  const times = timings.value;
  const facts: [string, string][] = [
    ...(found
      ? [[words.device, [found.name, found.detail].filter(Boolean).join(", ")] satisfies [string, string]]
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
      <h2>{words.about}</h2>
      <p>
        <Marked text={words.why} />
      </p>
      <p>{gpuInWords()}</p>
      {facts.length > 0 && (
        <dl class="facts">
          {facts.map(([name, value]) => (
            <div key={name}>
              <dt>{name}</dt>
              <dd>{value}</dd>
            </div>
          ))}
        </dl>
      )}
    </div>
  );
}
