// Which clicks are held against the shop, and how far the asking is.
import { t } from "../../content";
import { current, set } from "../../state/current";
import type { TruthClicksShown } from "../../state/fields";
import { Button } from "../common/Button";
import { count } from "../common/format";
import { ProgressTrack } from "../common/ProgressLine";
import { Segmented } from "../common/Segmented";
import { useKeptFocus } from "../common/useKeptFocus";
import { writtenDate } from "../common/writtenDate";
import { askAnew, counted, goOn, isDone, isStopped, measurement, measureNow, stopMeasuring } from "./measure";
import { isAwaited, isOlder, subject } from "./subject";

export function Clicks({ isFailed }: { isFailed: boolean }) {
  const words = t().truth;
  // Which buttons stand there.
  measurement.value;
  const row = useKeptFocus<HTMLDivElement>();
  return (
    <div class="truth-clicks" ref={row}>
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
      <Older />
    </div>
  );
}

function Progress() {
  const words = t().truth;
  const now = counted.value;
  if (isAwaited.value) {
    return (
      <p class="truth-progress">
        {words.held} <Button onClick={measureNow}>{words.measure}</Button>
      </p>
    );
  }
  if (!now) return <p class="truth-progress">{words.waiting}</p>;
  const [done, of] = [count(now.done), count(now.of)];
  const date = measurement.value?.date;
  if (isDone.value) {
    return (
      <p class="truth-progress">
        {words.counted(of)}
        {date && (
          <>
            {" "}
            {words.stored(writtenDate(date))} <Button onClick={askAnew}>{words.anew}</Button>
          </>
        )}
      </p>
    );
  }
  return (
    <div class="truth-progress" data-busy={!isStopped.value}>
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

/** What is measured goes on being measured while its run goes on: which model that is, and the way to the one that answers now. */
function Older() {
  const words = t().truth;
  const of = subject.value;
  if (!of || !isOlder.value) return null;
  return (
    <p class="truth-progress">
      {words.older(of.label)} <Button onClick={measureNow}>{words.measureNow}</Button>
    </p>
  );
}
