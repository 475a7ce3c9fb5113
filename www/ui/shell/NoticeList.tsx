// What stands in the notices over the page's foot: what happened, what is kept, what to press. They cover, they do not push.
import { t } from "../../content";
import { type EngineStatus, engine, restartEngine } from "../../state/engine";
import { openNewerBuild } from "../../state/newerBuild";
import { notices, putAway, type Saying } from "../../state/notices";
import { dataFailure } from "../../state/opened";
import { ownLecturesOpen } from "../../state/ownLecturesOpen";
import type { WorkerFailure } from "../../worker/client";
import { Button } from "../common/Button";
import { inWords, rawText } from "../common/failures";
import { Notice } from "../common/Notice";
import { showFiles } from "../data/DataMenu";
import { runsSimd } from "./runsSimd";

export function NoticeList() {
  const status = engine.value;
  return (
    <>
      {status.phase === "failed" && <EngineFailed status={status} />}
      {dataFailure.value && <NoData failure={dataFailure.value} />}
      {notices.value.map((notice) => (
        <Said key={JSON.stringify(notice)} notice={notice} />
      ))}
    </>
  );
}

function EngineFailed({ status: { failure } }: { status: Extract<EngineStatus, { phase: "failed" }> }) {
  const words = t().trouble;
  return (
    <Notice
      isBad
      raw={rawText(failure)}
      buttons={
        <>
          <Button look="solid" onClick={() => void restartEngine()}>
            {t().common.tryAgain}
          </Button>
          <Button onClick={() => location.reload()}>{words.retry}</Button>
        </>
      }
    >
      <b>{t().shell.failed.title}</b> {runsSimd() ? inWords(failure) : words.noWasm} {words.kept}
    </Notice>
  );
}

/** Data that a link or the way back asked for. The data dialog speaks for itself. */
function NoData({ failure }: { failure: WorkerFailure }) {
  return (
    <Notice
      isBad
      onClose={() => {
        dataFailure.value = null;
      }}
      raw={rawText(failure)}
    >
      {t().trouble.noData(inWords(failure))}
    </Notice>
  );
}

/** A notice stays readable: of more parts than a link has choices the latest are named, the others counted. */
const MOST_NAMED = 24;

function Said({ notice }: { notice: Saying }) {
  const onClose = () => putAway(notice);
  const words = t().trouble;
  switch (notice.kind) {
    case "dropped":
      return (
        <Notice onClose={onClose}>
          {words.dropped(
            notice.parts.slice(-MOST_NAMED).join(", "),
            notice.parts.length - Math.min(notice.parts.length, MOST_NAMED),
          )}
        </Notice>
      );
    case "no lecture":
      return (
        <Notice
          onClose={onClose}
          buttons={
            <Button
              onClick={() => {
                onClose();
                ownLecturesOpen.value = [];
              }}
            >
              {words.noLecture.open}
            </Button>
          }
        >
          {words.noLecture[notice.why](notice.id)}
        </Notice>
      );
    case "own before":
      return (
        <Notice
          onClose={onClose}
          buttons={
            <Button
              onClick={() => {
                onClose();
                void showFiles();
              }}
            >
              {words.ownBefore.open}
            </Button>
          }
        >
          {words.ownBefore.say(notice.name)}
        </Notice>
      );
    case "late":
      return <Notice onClose={onClose}>{t().shell.late}</Notice>;
    case "newer":
      return notice.isAlone ? (
        <Notice onClose={onClose} buttons={<Button onClick={() => void openNewerBuild()}>{words.openNewer}</Button>}>
          {words.newer}
        </Notice>
      ) : (
        <Notice onClose={onClose}>{words.newerElsewhere}</Notice>
      );
    case "fault":
      return (
        <Notice isBad onClose={onClose} raw={notice.text}>
          {words.fault}
        </Notice>
      );
  }
}
