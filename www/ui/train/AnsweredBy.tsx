import { t } from "../../content";
import { type Answering, answering, answerWith, hasReady } from "../../state/runModel";
import { run } from "../../state/training";
import { count } from "../common/format";
import { Marked } from "../common/Marked";
import { Segmented } from "../common/Segmented";

/** Whose model answers the visitor's own session while, and after, a model learns. It stands there before a run, too. */
export function AnsweredBy() {
  const words = t().train;
  const now = run.value;
  const option = (value: Exclude<Answering, "kept">, possible: boolean) => ({
    value,
    label: words.answeringOptions[value],
    ...(possible ? {} : { unavailable: words.answeringWhy[value] }),
  });
  return (
    <div class="answered-by">
      <Segmented<Answering>
        label={words.answering}
        options={[
          option("newest", (now?.last ?? null) !== null),
          option("best", (now?.best ?? null) !== null),
          option("ready", hasReady.value),
        ]}
        value={answering.value}
        onChange={(chosen) => chosen !== "kept" && answerWith(chosen)}
      />
      <p class="note">
        {now?.best ? (
          <Marked text={words.bestNote(count(now.best.epoch), now.config.training.valid_metric)} />
        ) : (
          words.bestNone
        )}
      </p>
    </div>
  );
}
