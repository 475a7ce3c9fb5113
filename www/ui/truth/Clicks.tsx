// Which clicks are held against the shop, and how far the asking is.
import { t } from "../../content";
import { current, set } from "../../state/current";
import type { TruthClicksShown } from "../../state/fields";
import { Button } from "../common/Button";
import { count } from "../common/format";
import { ProgressTrack } from "../common/ProgressLine";
import { Segmented } from "../common/Segmented";
import { counted, goOn, isDone, isHeld, isStopped, stopMeasuring } from "./measure";

export function Clicks({ isFailed }: { isFailed: boolean }) {
  const words = t().truth;
  return (
    <div class="truth-clicks">
      <Segmented<TruthClicksShown>
        label={words.clicks}
        options={[
          { value: "top", label: words.clicksTop },
          { value: "all", label: words.clicksAll },
        ]}
        value={current.truthClicks.value}
        onChange={(truthClicks) => set({ truthClicks })}
      />
      {!isFailed && <Progress />}
    </div>
  );
}

function Progress() {
  const words = t().truth;
  const now = counted.value;
  if (isHeld.value && !isDone.value) {
    return (
      <p class="truth-progress">
        {words.held} <Button onClick={goOn}>{words.measure}</Button>
      </p>
    );
  }
  if (!now) return <p class="truth-progress">{words.waiting}</p>;
  const [done, of] = [count(now.done), count(now.of)];
  if (isDone.value) return <p class="truth-progress">{words.counted(of)}</p>;
  return (
    <div class="truth-progress">
      <ProgressTrack label={words.countingLabel} share={now.of > 0 ? now.done / now.of : 0} />
      <span>{isStopped.value ? words.stopped(done, of) : words.counting(done, of)}</span>
      {isStopped.value ? (
        <Button onClick={goOn}>{words.goOn}</Button>
      ) : (
        <Button onClick={stopMeasuring}>{words.stop}</Button>
      )}
    </div>
  );
}
