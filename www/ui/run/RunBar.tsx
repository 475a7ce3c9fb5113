// The run under way, or what the last one came to, in one line that goes along into every panel. It lies over the foot of the page (on
// narrow screens over the tabs, where its height is always kept free), so it moves nothing.
import { effect } from "@preact/signals";
import { useEffect } from "preact/hooks";
import "../../styles/run.css";
import { t } from "../../content";
import type { Panel } from "../../panels";
import { ended, holder } from "../../state/holder";
import { inPanel } from "../common/navigation";
import { CompareRun } from "./CompareRun";
import { sayRuns } from "./sayRuns";
import { TrainRun } from "./TrainRun";

export function RunBar() {
  useEffect(sayRuns, []);
  useEffect(askBeforeLeaving, []);
  useEffect(putAwayWhenLeft, []);
  const whose = holder.value ?? ended.value;
  return (
    <section class="run-bar" aria-label={t().train.bar.label}>
      {whose === "train" && <TrainRun />}
      {whose === "compare" && <CompareRun />}
    </section>
  );
}

/** A run under way ends with the page, and nothing brings it back. */
function askBeforeLeaving(): () => void {
  const ask = (event: BeforeUnloadEvent) => event.preventDefault();
  return effect(() => {
    if (holder.value === null) return undefined;
    addEventListener("beforeunload", ask);
    return () => removeEventListener("beforeunload", ask);
  });
}

/** Whoever has been where the run is at home after its end, and goes on, has seen it. */
function putAwayWhenLeft(): () => void {
  let before: Panel | null = null;
  return effect(() => {
    const [now, of] = [inPanel.value, ended.value];
    if (of !== null && before === of && now !== of) ended.put(null);
    before = of === null ? null : now;
  });
}
