// The run under way, or what the last one came to, in one line that goes along into every panel until it is put away. It lies over the foot of the page (on
// narrow screens over the tabs, where its height is always kept free), so it moves nothing.
import { effect } from "@preact/signals";
import { useEffect } from "preact/hooks";
import "../../styles/run.css";
import { t } from "../../content";
import { outlives } from "../../state/checkpoints";
import { ended, holder, interrupted } from "../../state/holder";
import { startedTrainer } from "../../state/trainer";
import { run } from "../../state/training";
import { CompareRun } from "./CompareRun";
import { InterruptedRun } from "./InterruptedRun";
import { sayRuns } from "./sayRuns";
import { TrainRun } from "./TrainRun";

export function RunBar() {
  useEffect(sayRuns, []);
  useEffect(askBeforeLeaving, []);
  useEffect(keepWhenHidden, []);
  const whose = holder.value ?? ended.value;
  return (
    <section class="run-bar" aria-label={t().train.bar.label}>
      {whose === "train" && <TrainRun />}
      {whose === "compare" && <CompareRun />}
      {whose === null && interrupted.value && <InterruptedRun run={interrupted.value} />}
    </section>
  );
}

/** Whoever leaves may not come back to this page: a phone ends it without a word. */
function keepWhenHidden(): () => void {
  const keep = () => {
    if (document.hidden) startedTrainer()?.keep();
  };
  document.addEventListener("visibilitychange", keep);
  return () => document.removeEventListener("visibilitychange", keep);
}

/** A run that does not outlive the page ends with it, and nothing brings it back. */
function askBeforeLeaving(): () => void {
  const ask = (event: BeforeUnloadEvent) => {
    if (holder.peek() !== "train" || !outlives(run.peek())) event.preventDefault();
  };
  return effect(() => {
    if (holder.value === null) return undefined;
    addEventListener("beforeunload", ask);
    return () => removeEventListener("beforeunload", ask);
  });
}
