// Train, pause, stop; which run of how many, and how long all of them will still take.
import { t } from "../../content";
import { trainAgain, trainAll, trainBoth } from "../../state/compare";
import { BOTH, planned, wish } from "../../state/compareChoice";
import { allTimeLeft, place, progressShare } from "../../state/compareProgress";
import { missing } from "../../state/compareResults";
import { goOn, live, pauseAll, phase, stopAll } from "../../state/compareRun";
import { systems } from "../../state/systems";
import { LEAST_SYSTEMS } from "../../state/wishField";
import { Button } from "../common/Button";
import { count } from "../common/format";
import { clock } from "../common/formatMore";
import { Fact, PaceFacts, ProgressLine } from "../common/ProgressLine";
import { isReady, isTraining } from "../common/runs/compareRows";
import { compareStateInWords } from "../common/runs/compareState";
import { SureButton } from "../common/SureButton";
import { useKeptFocus } from "../common/useKeptFocus";
import { phone } from "../common/viewport";

export function Control() {
  const row = useKeptFocus<HTMLDivElement>();
  return (
    <div class="transport compare-control">
      <div class="transport-buttons" ref={row}>
        {isTraining.value ? <UnderWay /> : <Start />}
        {!isTraining.value && wish.value.systems.join() !== BOTH.join() && <Both />}
      </div>
      <Progress />
    </div>
  );
}

/** Says that it takes the other chosen systems out of the comparison, where there are any. */
function Both() {
  const words = t().compare;
  const others = wish.value.systems.some((id) => !BOTH.some((one) => one === id));
  const chosen = systems.value.filter(({ id }) => wish.value.systems.includes(id)).map(({ name }) => name);
  return (
    <Button
      disabled={!isReady.value}
      title={others ? words.bothOnlyTitle(chosen.join(", ")) : words.bothTitle}
      onClick={() => void trainBoth()}
    >
      {others ? words.bothOnly : words.both}
    </Button>
  );
}

function Start() {
  const words = t().compare;
  const left = missing.value.length;
  const all = planned.value.length;
  const disabled = !isReady.value || wish.value.systems.length < LEAST_SYSTEMS;
  if (left === 0 && all > 0) {
    return (
      <SureButton
        look="plain"
        icon="restart"
        label={t().train.again}
        question={words.trainAgainSure}
        title={words.trainAgainTitle}
        disabled={disabled}
        onSure={() => void trainAgain()}
      />
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
        // Between two runs there is nothing to pause; the focus stays on the button until there is.
        <Button look="solid" icon="pause" aria-disabled={now !== "training"} onClick={() => void pauseAll()}>
          {t().train.pause}
        </Button>
      )}
      <Button icon="stop" title={words.stopTitle} disabled={now === "stopping"} onClick={() => void stopAll()}>
        {t().train.stop}
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
    <ProgressLine label={words.progressLabel} share={progressShare.value} state={compareStateInWords()}>
      {now !== null && <Fact name={words.run} value={t().train.of(count(now), count(planned.value.length))} />}
      {run && run.step > 0 && (
        <>
          <PaceFacts run={run} isShort={phone.value} />
          {left !== null && <Fact name={t().train.left} value={clock(left)} />}
        </>
      )}
    </ProgressLine>
  );
}
