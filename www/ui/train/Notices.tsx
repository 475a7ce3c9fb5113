// A run that ended by itself, or one that could not start: what happened, what is kept, what to press.
import { t } from "../../content";
import { FURTHER, SIMPLE } from "../../state/knobs";
import { blocked, loss, play, preparing, refused, restart, resume } from "../../state/training";
import type { WorkerFailure } from "../../worker/client";
import { Button } from "../common/Button";
import { count } from "../common/format";

export function LostNotice() {
  const words = t().train.lost;
  const lost = loss.value;
  if (!lost) return null;
  const { device, failure, kept } = lost;
  const waiting = preparing.value || blocked.value;
  const diverged = failure.detail.code === "diverged";
  const title = diverged ? words.diverged : device === "webgpu" ? words.gpu : words.cpu;
  return (
    <div class="notice notice-warn" role="alert">
      <p>
        <b>{title}</b> {kept ? words.kept(count(kept.epoch)) : words.keptNone} {diverged && words.diverging}
      </p>
      <div class="notice-buttons">
        {diverged ? (
          <Button look="solid" disabled={waiting} onClick={() => void restart()}>
            {t().train.again}
          </Button>
        ) : (
          <>
            <Button look="solid" disabled={waiting} onClick={() => void resume("cpu")}>
              {kept ? words.onCpu : words.onCpuFresh}
            </Button>
            {device === "webgpu" && (
              <Button disabled={waiting} onClick={() => void resume("webgpu")}>
                {words.tryAgain}
              </Button>
            )}
          </>
        )}
      </div>
      {kept && !diverged && <p class="note">{words.adam}</p>}
      <details>
        <summary>{words.details}</summary>
        <p class="note">{failure.message}</p>
      </details>
    </div>
  );
}

export function RefusedNotice() {
  const words = t().train;
  const failure = refused.value;
  if (!failure) return null;
  return (
    <div class="notice notice-bad" role="alert">
      <p>
        <b>{words.refused.title}</b> {reason(failure)} {words.refused.kept}
      </p>
      <div class="notice-buttons">
        <Button onClick={() => void play()}>{words.lost.tryAgain}</Button>
      </div>
    </div>
  );
}

/** Why the engine refused, in the words of the page. */
export function reason(failure: WorkerFailure): string {
  const words = t().train;
  const { detail } = failure;
  switch (detail.code) {
    case "config": {
      const id = detail.field.split(".").at(-1) ?? detail.field;
      const knob = [...SIMPLE, ...FURTHER].find((one) => one.id === id);
      const name = knob ? words.knobs[knob.id].name : id === "kind" ? words.model : detail.field;
      return words.refused.setting(name, detail.found, detail.expected);
    }
    case "too_large":
      return `${words.refused.tooLarge(detail.what, count(detail.found), count(detail.limit))} ${detail.advice}`;
    default:
      return failure.message;
  }
}
