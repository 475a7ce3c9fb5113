// The control row: play, step, stop, or what to press after a run that ended by itself; how far the run is, and what is going on. Its
// height is the same in every state, so that the curves below stay where they are.
import { t } from "../../content";
import { client } from "../../state/engine";
import { totalSteps } from "../../state/epochs";
import { form } from "../../state/form";
import { isOver, type Run, timeLeft } from "../../state/runs";
import {
  blocked,
  changed,
  type LostRun,
  lost,
  pause,
  play,
  playing,
  preparing,
  refused,
  restart,
  resume,
  run,
  step,
  stop,
  undoChanges,
} from "../../state/training";
import { Button } from "../common/Button";
import { duration } from "../common/format";
import { clock } from "../common/formatMore";
import { Fact, PaceFacts, ProgressLine } from "../common/ProgressLine";
import { TrainBoth } from "../common/runs/TrainBoth";
import { compilesSince, stateInWords, troubleInWords } from "../common/runs/trainState";
import { verdictInShort } from "../common/runs/trainVerdict";
import { useSince } from "../common/useSince";
import { changedNames } from "./changedNames";
import { takesInShort } from "./takesInWords";

export function Transport() {
  return (
    <div class="transport">
      <div class="transport-buttons">{lost.value ? <WaysOn run={lost.value} /> : <Steer />}</div>
      <TrainBoth />
      <Progress />
    </div>
  );
}

/** Nothing can begin while a run is being prepared, or while the comparison trains. */
function isWaiting(): boolean {
  return preparing.value || blocked.value || !client.value || !form.value;
}

function Steer() {
  const words = t().train;
  const now = run.value;
  const over = now !== null && isOver(now);
  const isNew = changed.value;
  return (
    <>
      {isNew && (
        <Button
          look="solid"
          icon="restart"
          title={words.restartTitle}
          disabled={isWaiting()}
          onClick={() => void restart()}
        >
          {words.restart}
        </Button>
      )}
      {playing.value ? (
        <Button look={isNew ? "plain" : "solid"} icon="pause" onClick={() => void pause()}>
          {words.pause}
        </Button>
      ) : (
        !(isNew && over) && (
          <Button
            look={isNew ? "plain" : "solid"}
            icon="play"
            disabled={isWaiting()}
            title={client.value ? "" : words.state.engine}
            onClick={() => void play()}
          >
            {refused.value ? t().common.tryAgain : over ? words.again : words.play}
          </Button>
        )
      )}
      <Button icon="step" title={words.stepTitle} disabled={isWaiting() || (over && isNew)} onClick={() => void step()}>
        {words.step}
      </Button>
      <Button icon="stop" title={words.stopTitle} disabled={now === null || over} onClick={() => void stop()}>
        {words.stop}
      </Button>
    </>
  );
}

/** Ways on from the weights that are kept; a run that diverged would only diverge again from there. */
function WaysOn({ run: { device, failure, kept, whole } }: { run: LostRun }) {
  const words = t().train;
  const disabled = isWaiting();
  if (failure.detail.code === "diverged") {
    return (
      <Button look="solid" icon="restart" disabled={disabled} onClick={() => void restart()}>
        {words.again}
      </Button>
    );
  }
  return (
    <>
      <Button look="solid" icon="play" disabled={disabled} onClick={() => void resume("cpu")}>
        {kept || whole !== null ? words.lost.onCpu : words.lost.onCpuFresh}
      </Button>
      {device === "webgpu" && (
        <Button icon="restart" disabled={disabled} onClick={() => void resume("webgpu")}>
          {t().common.tryAgain}
        </Button>
      )}
    </>
  );
}

function Progress() {
  // While the next run is being prepared, numbers of the last one would look like its own.
  const now = preparing.value ? null : run.value;
  const share = now ? Math.min(1, now.step / Math.max(1, totalSteps(now))) : 0;
  return (
    <ProgressLine label={t().train.progressLabel} share={share} state={<State />}>
      {now && now.step > 0 && <Facts run={now} />}
    </ProgressLine>
  );
}

function Facts({ run: now }: { run: Run }) {
  const words = t().train;
  const left = timeLeft(now);
  return (
    <>
      <PaceFacts run={now} />
      <Fact name={words.elapsed} value={clock(now.elapsedMs)} />
      {left !== null && !isOver(now) && <Fact name={words.left} value={clock(left)} />}
      {now.firstStepMs !== null && (
        <Fact name={words.firstStep} value={duration(now.firstStepMs)} title={words.firstStepNote} />
      )}
    </>
  );
}

/** What is going on, what went wrong, or what the run came to; and what was changed since. */
function State() {
  const words = t().train;
  const compiling = useSince(compilesSince());
  const trouble = troubleInWords();
  const now = run.value;
  if (trouble) {
    return (
      <p role="alert" class="transport-trouble">
        <b>{trouble.title}</b> {trouble.text}
      </p>
    );
  }
  if (blocked.value) return <p>{words.blocked}</p>;
  const verdict = now && !preparing.value && isOver(now) ? verdictInShort(now) : null;
  return (
    <p>
      <span>{stateInWords(compiling)}</span> {verdict}
      {now === null && client.value && !preparing.value && takesInShort()}
      {changed.value && !preparing.value && (
        <>
          {" "}
          {words.changedNote(changedNames().join(", "))}{" "}
          <Button look="link" onClick={undoChanges}>
            {words.undoChanges}
          </Button>
        </>
      )}
    </p>
  );
}
