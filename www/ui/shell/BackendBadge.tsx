import { t } from "../../content";
import { timings } from "../../state/answers";
import { device, engine } from "../../state/engine";
import { duration, wholeDuration } from "../common/format";
import { Popover } from "../common/Popover";

/** What computes, how fast, and why: in two words, and on a press in full. */
export function BackendBadge() {
  const words = t().shell.badge;
  const status = engine.value;
  const found = device.value;
  const times = timings.value;
  const state = status.phase === "failed" ? "off" : found ? "on" : "loading";
  const name = found?.kind === "webgpu" ? words.webgpu : words.cpu;
  const detail =
    state === "off" ? words.stopped : state === "loading" ? words.loading : times ? wholeDuration(times.total) : "";
  return (
    <Popover
      label={words.about}
      triggerClass={state === "off" ? "badge badge-warn" : "badge"}
      triggerLabel={`${words.about}: ${[name, detail].filter(Boolean).join(", ")}`}
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
      {() => (
        <div class="info">
          <h2>{words.about}</h2>
          <p>{words.why}</p>
          <p>{"gpu" in navigator ? words.hasGpu : words.noGpu}</p>
          <dl class="facts">
            {found && (
              <div>
                <dt>{words.device}</dt>
                <dd>
                  {found.name}
                  {found.detail && `, ${found.detail}`}
                </dd>
              </div>
            )}
            {times && (
              <>
                <div>
                  <dt>{words.predict}</dt>
                  <dd>{duration(times.predict)}</dd>
                </div>
                <div>
                  <dt>{words.explain}</dt>
                  <dd>{duration(times.explain)}</dd>
                </div>
                <div>
                  <dt>{words.total}</dt>
                  <dd>{duration(times.total)}</dd>
                </div>
              </>
            )}
          </dl>
        </div>
      )}
    </Popover>
  );
}
