// The run under way, or what the last one came to, in one line that goes along into every panel until it is put away. It lies over the foot of the page (on
// narrow screens over the tabs, where its height is always kept free), so it moves nothing.
import { effect } from "@preact/signals";
import { useEffect } from "preact/hooks";
import "../../styles/run.css";
import { t } from "../../content";
import { ended, holder } from "../../state/holder";
import { CompareRun } from "./CompareRun";
import { sayRuns } from "./sayRuns";
import { TrainRun } from "./TrainRun";

export function RunBar() {
  useEffect(sayRuns, []);
  useEffect(askBeforeLeaving, []);
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
