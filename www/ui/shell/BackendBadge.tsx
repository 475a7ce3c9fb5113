import { t } from "../../content";
import { engineMs } from "../../state/answers";
import { device, engine } from "../../state/engine";
import { holder, trainsOn } from "../../state/holder";
import { wholeDuration } from "../common/format";
import { lazyOpened } from "../common/lazy";
import { Popover } from "../common/Popover";

const DeviceFacts = lazyOpened(async () => (await import("./DeviceFacts")).DeviceFacts, ["device", "trouble"]);

/** Where it runs, how fast, and why: in two words, and on a press in full. */
export function BackendBadge() {
  const words = t().shell.badge;
  const state = engine.value.phase === "failed" ? "off" : device.value ? "on" : "loading";
  const speed = engineMs.value === null ? null : wholeDuration(engineMs.value);
  const detail = state === "off" ? [words.stopped] : state === "loading" ? [words.loading] : runningInWords(speed);
  const name = deviceName();
  return (
    <Popover
      label={words.about}
      triggerClass={state === "off" ? "badge badge-warn" : "badge"}
      triggerLabel={`${words.about}: ${[name, ...detail].join(", ")}`}
      trigger={
        <>
          <span class="badge-dot" data-state={state} />
          <span>
            <b>{name}</b>
            {detail.map((part, index) => (
              <span key={index} class="badge-detail">
                , <span class={part === speed ? "badge-speed" : undefined}>{part}</span>
              </span>
            ))}
          </span>
        </>
      }
    >
      {() => <DeviceFacts />}
    </Popover>
  );
}

function deviceName(): string {
  const words = t().shell.badge;
  return device.value?.kind === "webgpu" ? words.webgpu : words.cpu;
}

/** Where a run that is under way computes, if that is elsewhere, and how fast it answers: last, for its place is as wide as its longest. */
function runningInWords(speed: string | null): string[] {
  const isOnGpu = holder.value !== null && trainsOn.value?.device.kind === "webgpu";
  return [...(isOnGpu ? [t().shell.badge.trainsOnGpu] : []), ...(speed === null ? [] : [speed])];
}
