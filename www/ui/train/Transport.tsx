// Play, step, stop; how far the run is and how fast it goes.
import { useEffect, useState } from "preact/hooks";
import { t } from "../../content";
import { client } from "../../state/engine";
import { pretrainingEpochs } from "../../state/epochs";
import { form } from "../../state/form";
import { isOver, type Run, timeLeft, totalSteps } from "../../state/runs";
import { warmingSince } from "../../state/trainer";
import {
  blocked,
  changed,
  compilingSince,
  loss,
  pause,
  play,
  playing,
  preparing,
  restart,
  run,
  step,
  stop,
  undoChanges,
} from "../../state/training";
import { Button } from "../common/Button";
import { clock, count, duration } from "../common/format";
import { Fact, PaceFacts, ProgressLine } from "../common/ProgressLine";
import { TrainBoth } from "../common/runs/TrainBoth";
import { changedNames } from "./Settings";

export function Transport() {
  const words = t().train;
  const now = run.value;
  const over = now !== null && isOver(now);
  const waiting = preparing.value || !client.value || !form.value || blocked.value;
  return (
    <div class="transport">
      <div class="transport-buttons">
        {changed.value ? (
          <Button
            look="solid"
            icon="restart"
            title={words.restartTitle}
            disabled={waiting}
            onClick={() => void restart()}
          >
            {words.restart}
          </Button>
        ) : null}
        {playing.value ? (
          <Button look={changed.value ? "plain" : "solid"} icon="pause" onClick={() => void pause()}>
            {words.pause}
          </Button>
        ) : (
          !(changed.value && over) && (
            <Button
              look={changed.value || loss.value ? "plain" : "solid"}
              icon="play"
              disabled={waiting}
              title={client.value ? "" : words.state.engine}
              onClick={() => void play()}
            >
              {over ? words.again : words.play}
            </Button>
          )
        )}
        <Button
          icon="step"
          title={words.stepTitle}
          disabled={waiting || (over && changed.value)}
          onClick={() => void step()}
        >
          {words.step}
        </Button>
        <Button icon="stop" title={words.stopTitle} disabled={now === null || over} onClick={() => void stop()}>
          {words.stop}
        </Button>
        <TrainBoth />
      </div>
      <Progress />
      {blocked.value && <p class="transport-note">{words.blocked}</p>}
      {changed.value && (
        <p class="transport-note">
          {words.changedNote(changedNames().join(", "))}{" "}
          <Button look="link" onClick={undoChanges}>
            {words.undoChanges}
          </Button>
        </p>
      )}
    </div>
  );
}

function Progress() {
  const words = t().train;
  const now = run.value;
  const share = now ? Math.min(1, now.step / Math.max(1, totalSteps(now))) : 0;
  return (
    <ProgressLine label={words.progressLabel} share={share} state={<State />}>
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

/** What is going on, in words. */
function State() {
  const seconds = useSince(compilingSince.value ?? (preparing.value ? warmingSince.value : null));
  return <>{stateInWords(seconds)}</>;
}

export function stateInWords(compilingMs: number): string {
  const words = t().train.state;
  const now = run.value;
  if (preparing.value) return warmingSince.value === null ? words.preparing : words.compiling(duration(compilingMs));
  if (!now) return client.value ? words.fresh : words.engine;
  const { phase, finish, config } = now;
  const epoch = count(now.epoch);
  switch (phase) {
    case "starting":
      return words.starting;
    case "compiling":
      return words.compiling(duration(compilingMs));
    case "running":
      return now.stage === "pretraining"
        ? words.pretraining(count(Math.max(1, now.epoch)), count(pretrainingEpochs(config)))
        : words.running;
    case "evaluating": {
      const sessions = config.training.eval_sessions;
      return sessions > 0 ? words.evaluating(count(sessions)) : words.evaluatingAll;
    }
    case "paused":
      return now.step > 0 ? words.paused(epoch) : words.pausedFresh;
    case "finished":
      return finish === "no_gain" ? words.no_gain(epoch) : words.epochs(epoch);
    case "stopped":
      if (finish === null) return words.lost(epoch);
      return now.step > 0 ? words.stopped(epoch) : words.stoppedFresh;
  }
}

/** Milliseconds since a moment, counted while there is one. */
function useSince(start: number | null): number {
  const [now, setNow] = useState(0);
  useEffect(() => {
    if (start === null) return;
    setNow(performance.now());
    const timer = setInterval(() => setNow(performance.now()), 100);
    return () => clearInterval(timer);
  }, [start]);
  return start === null ? 0 : Math.max(0, now - start);
}
