import { t } from "../../content";
import { type Answering, answering, answerWith, hasReady } from "../../state/runModel";
import { run } from "../../state/training";
import { count } from "../common/format";
import { Marked } from "../common/Marked";
import { Segmented } from "../common/Segmented";

/** Whose weights answer the visitor's own session while, and after, a model learns. */
export function AnsweredBy() {
  const words = t().train;
  const now = run.value;
  if (!now) return null;
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
          option("newest", now.last !== null),
          option("best", now.best !== null),
          option("ready", hasReady.value),
        ]}
        value={answering.value}
        onChange={(chosen) => chosen !== "kept" && answerWith(chosen)}
      />
      {now.best && (
        <p class="note">
          <Marked text={words.bestNote(count(now.best.epoch))} />
        </p>
      )}
    </div>
  );
}
