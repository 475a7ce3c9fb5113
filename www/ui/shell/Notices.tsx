// Notices over the page's foot: what happened, what is kept, what to press. They cover, they do not push.
import type { ComponentChildren } from "preact";
import { t } from "../../content";
import { type EngineStatus, engine, restartEngine } from "../../state/engine";
import { type Notice, notices, putAway } from "../../state/notices";
import { dataFailure } from "../../state/opened";
import type { WorkerFailure } from "../../worker/client";
import { Button, IconButton } from "../common/Button";
import { inWords, rawText } from "../common/failures";
import { RawText } from "../common/RawText";
import { runsSimd } from "./runsSimd";

export function Notices() {
  const status = engine.value;
  return (
    <div class="notices">
      {status.phase === "failed" && <EngineFailed status={status} />}
      {dataFailure.value && <NoData failure={dataFailure.value} />}
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
      {text && <RawText text={text} />}
      <div class="notice-buttons">
        <Button look="solid" onClick={() => void restartEngine()}>
          {words.again}
        </Button>
        <Button onClick={() => location.reload()}>{words.retry}</Button>
      </div>
    </div>
  );
}

/** Data that a link or the way back asked for. The data dialog speaks for itself. */
function NoData({ failure }: { failure: WorkerFailure }) {
  return (
    <Putaway
      isBad
      onClose={() => {
        dataFailure.value = null;
      }}
      raw={rawText(failure)}
    >
      {t().shell.notices.noData(inWords(failure))}
    </Putaway>
  );
}

function Said({ notice }: { notice: Notice }) {
  const onClose = () => putAway(notice);
  const words = t().shell.notices;
  switch (notice.kind) {
    case "dropped":
      return <Putaway onClose={onClose}>{words.dropped(notice.parts.join(", "))}</Putaway>;
    case "late":
      return <Putaway onClose={onClose}>{words.late}</Putaway>;
    case "fault":
      return (
        <Putaway isBad onClose={onClose} raw={notice.text}>
          {words.fault}
        </Putaway>
      );
  }
}

interface PutawayProps {
  readonly isBad?: boolean;
  /** For whoever mends it. */
  readonly raw?: string | null;
  readonly onClose: () => void;
  readonly children: ComponentChildren;
}

/** A notice that stands until it is put away. */
function Putaway({ isBad = false, raw = null, onClose, children }: PutawayProps) {
  return (
    <div class={isBad ? "notice notice-bad" : "notice"} role={isBad ? "alert" : "status"}>
      <p>{children}</p>
      {raw !== null && <RawText text={raw} />}
      <IconButton icon="close" label={t().common.close} onClick={onClose} />
    </div>
  );
}
