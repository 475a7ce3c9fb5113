// A run that ended by itself, or one that could not start: what happened, what is kept, what to press.
import { t } from "../../content";
import { blocked, loss, play, preparing, refused, restart, resume } from "../../state/training";
import { Button } from "../common/Button";
import { count } from "../common/format";
import { refusalInWords } from "../common/runs/refusal";

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
        <b>{words.refused.title}</b> {refusalInWords(failure)} {words.refused.kept}
      </p>
      <div class="notice-buttons">
        <Button onClick={() => void play()}>{words.lost.tryAgain}</Button>
      </div>
    </div>
  );
}
