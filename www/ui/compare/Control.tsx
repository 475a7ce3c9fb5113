// Train, pause, stop; which run of how many, and how long all of them will still take.
import { t } from "../../content";
import { blocked, trainAgain, trainAll, trainBoth } from "../../state/compare";
import { BOTH, planned, wish } from "../../state/compareChoice";
import { allTimeLeft, place, progressShare } from "../../state/compareProgress";
import { failures, missing } from "../../state/compareResults";
import { goOn, live, pauseAll, phase, stopAll, underWay } from "../../state/compareRun";
import { client } from "../../state/engine";
import { LEAST_SYSTEMS } from "../../state/wishField";
import { Button } from "../common/Button";
import { clock, count } from "../common/format";
import { Fact, PaceFacts, ProgressLine } from "../common/ProgressLine";
import { isReady, isTraining } from "./view";

export function Control() {
  const words = t().compare;
  return (
    <div class="transport">
      <div class="transport-buttons">
        {isTraining.value ? <UnderWay /> : <Start />}
        {!isTraining.value && wish.value.systems.join() !== BOTH.join() && (
          <Button disabled={!isReady.value} title={words.bothTitle} onClick={() => void trainBoth()}>
            {words.both}
          </Button>
        )}
      </div>
      <Progress />
    </div>
  );
}

function Start() {
  const words = t().compare;
  const left = missing.value.length;
  const all = planned.value.length;
  const disabled = !isReady.value || wish.value.systems.length < LEAST_SYSTEMS;
  if (left === 0 && all > 0) {
    return (
      <Button icon="restart" title={words.trainAgainTitle} disabled={disabled} onClick={() => void trainAgain()}>
        {words.trainAgain}
      </Button>
    );
  }
  return (
    <Button look="solid" icon="play" disabled={disabled} onClick={() => void trainAll()}>
      {left < all ? words.trainRest(count(left)) : words.trainAll}
    </Button>
  );
}

function UnderWay() {
  const words = t().compare;
  const now = phase.value;
  return (
    <>
      {now === "paused" ? (
        <Button look="solid" icon="play" onClick={goOn}>
          {words.goOn}
        </Button>
      ) : (
        <Button look="solid" icon="pause" disabled={now !== "training"} onClick={() => void pauseAll()}>
          {words.pause}
        </Button>
      )}
      <Button icon="stop" title={words.stopTitle} disabled={now === "stopping"} onClick={() => void stopAll()}>
        {words.stop}
      </Button>
    </>
  );
}

function Progress() {
  const words = t().compare;
  const run = live.value;
  const left = allTimeLeft.value;
  const now = place.value;
  return (
    <ProgressLine label={words.progressLabel} share={progressShare.value} state={stateInWords()}>
      {now !== null && <Fact name={words.run} value={words.of(count(now), count(planned.value.length))} />}
      {run && run.step > 0 && (
        <>
          <PaceFacts run={run} />
          {left !== null && <Fact name={t().train.left} value={clock(left)} />}
        </>
      )}
    </ProgressLine>
  );
}

/** What is going on, or why nothing can. */
export function stateInWords(): string {
  const words = t().compare.state;
  const now = underWay.value;
  if (now === null || phase.value === "idle") return idleInWords();
  switch (phase.value) {
    case "preparing":
      return words.preparing(now.name);
    case "training":
      if (live.value?.phase === "evaluating") return words.evaluating(now.name);
      if (live.value?.stage === "pretraining") return words.pretraining(now.name, String(now.seed));
      return words.training(now.name, String(now.seed));
    case "paused":
      return words.paused(now.name);
    case "testing":
      return words.testing(now.name);
    case "stopping":
      return words.stopping;
  }
}

function idleInWords(): string {
  const words = t().compare.state;
  const all = planned.value.length;
  const left = missing.value.length;
  if (blocked.value) return words.blocked;
  if (wish.value.systems.length < LEAST_SYSTEMS) return words.few(count(LEAST_SYSTEMS));
  if (!client.value || all === 0) return words.engine;
  if (failures.value.size > 0) return words.failed;
  if (left === 0) return words.done;
  return left < all ? words.some(count(all - left), count(all)) : words.fresh(count(all));
}
