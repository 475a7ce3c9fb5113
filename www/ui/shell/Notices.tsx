// Notices over the page's foot: what happened, what is kept, what to press. They cover, they do not push.
import { t } from "../../content";
import { type EngineStatus, engine, restartEngine } from "../../state/engine";
import { type Notice, notices, putAway } from "../../state/notices";
import { Button, IconButton } from "../common/Button";
import { inWords, rawText } from "../common/failures";
import { runsSimd } from "./runsSimd";

export function Notices() {
  const status = engine.value;
  return (
    <div class="notices">
      {status.phase === "failed" && <EngineFailed status={status} />}
      {notices.value.map((notice) => (
        <Said key={JSON.stringify(notice)} notice={notice} />
      ))}
    </div>
  );
}

function EngineFailed({ status: { failure } }: { status: Extract<EngineStatus, { phase: "failed" }> }) {
  const words = t().shell.failed;
  const text = rawText(failure);
  return (
    <div class="notice notice-bad" role="alert">
      <p>
        <b>{words.title}</b> {runsSimd() ? inWords(failure) : words.noWasm} {words.kept}
      </p>
      {text && (
        <details>
          <summary>{words.details}</summary>
          <p class="raw-text">{text}</p>
        </details>
      )}
      <div class="notice-buttons">
        <Button look="solid" onClick={() => void restartEngine()}>
          {words.again}
        </Button>
        <Button onClick={() => location.reload()}>{words.retry}</Button>
      </div>
    </div>
  );
}

function Said({ notice }: { notice: Notice }) {
  const words = t().shell.notices;
  const isFault = notice.kind === "fault";
  return (
    <div class={isFault ? "notice notice-bad" : "notice"} role={isFault ? "alert" : "status"}>
      <p>{isFault ? words.fault : words.dropped(notice.parts.join(", "))}</p>
      {isFault && (
        <details>
          <summary>{words.details}</summary>
          <p class="raw-text">{notice.text}</p>
        </details>
      )}
      <IconButton icon="close" label={t().common.close} onClick={() => putAway(notice)} />
    </div>
  );
}
