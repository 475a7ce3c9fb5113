// The visitor's own files, step by step: which, what is in their columns, what was odd, how much of it, and what came of it.
import { useEffect, useRef } from "preact/hooks";
import { t } from "../../../content";
import { client } from "../../../state/engine";
import { source } from "../../../state/opened";
import { Button } from "../../common/Button";
import { inWords, rawText } from "../../common/failures";
import { count, percent } from "../../common/format";
import { Notice } from "../../common/Notice";
import { canGoTo } from "../../common/navigation";
import { ProgressTrack } from "../../common/ProgressLine";
import { useValidFields } from "../../common/validFields";
import { openFiles, opening, outcome } from "../draft";
import { Failure } from "../Failure";
import { leaveFor } from "../leaveFor";
import { NotTaken } from "../NotTaken";
import { OpenFacts } from "../OpenFacts";
import { Columns } from "./Columns";
import { HowMuch } from "./HowMuch";
import {
  answer,
  given,
  isRead,
  isReading,
  isStopped,
  left,
  log,
  progress,
  read,
  remains,
  STEPS,
  type Step,
  step,
  stop,
  trouble,
} from "./intake";
import { Looks } from "./Looks";
import { Odd } from "./Odd";
import { Refused } from "./Refused";
import { WhichFile } from "./WhichFile";
import "../../../styles/intake.css";

export function Intake() {
  const words = t().imported;
  const { allValid, onValid } = useValidFields();
  const now = step.value;
  const title = useRef<HTMLHeadingElement>(null);
  const shown = useRef(now);
  // What had the focus goes with its step: whoever reads on begins at the next one's heading.
  useEffect(() => {
    if (shown.current !== now) title.current?.focus();
    shown.current = now;
  }, [now]);
  return (
    <div class="intake">
      <Steps />
      <h3 class="intake-title" id="intake-title" tabIndex={-1} ref={title}>
        {words.steps[now]}
      </h3>
      <NotTaken left={left.value} model={false} />
      <Trouble />
      <section class="intake-body" aria-labelledby="intake-title" aria-busy={isReading.value || opening.value}>
        {now === "files" && <WhichFile />}
        {now === "columns" && <Columns />}
        {now === "odd" && <Odd />}
        {now === "part" && <HowMuch onValid={onValid} />}
        {now === "facts" && (
          <>
            <OpenFacts />
            <Looks />
          </>
        )}
      </section>
      <Foot allValid={allValid} />
    </div>
  );
}

/** Steps that can be gone to: what has nothing to show yet waits. */
function canShow(id: Step): boolean {
  if (id === "files") return true;
  if (id === "columns") return (answer.value?.seen.samples.length ?? 0) > 0;
  if (id === "odd") return answer.value !== null;
  if (id === "part") return log.value !== null;
  const open = source.value;
  return open?.kind === "files" && open.log === log.value;
}

function Steps() {
  const words = t().imported.steps;
  return (
    <ol class="intake-steps">
      {STEPS.map((id, index) => (
        <li key={id}>
          <button
            type="button"
            aria-current={step.value === id ? "step" : undefined}
            disabled={!canShow(id)}
            onClick={() => {
              step.value = id;
            }}
          >
            <span class="intake-number">{index + 1}</span> <span class="intake-name">{words[id]}</span>
          </button>
        </li>
      ))}
    </ol>
  );
}

/** What keeps the files from being read, and what became of it when they were to be opened. */
function Trouble() {
  const words = t().imported;
  const failed = trouble.value;
  const last = outcome.value;
  return (
    <>
      {failed && (
        <Notice isBad raw={rawText(failed)} buttons={<Button onClick={() => void read()}>{words.readAgain}</Button>}>
          {inWords(failed)}
        </Notice>
      )}
      {isStopped.value && (
        <Notice buttons={<Button onClick={() => void read()}>{words.readAgain}</Button>}>{words.stopped}</Notice>
      )}
      <Refused />
      {last?.kind === "failed" && last.of === "files" && <Failure failure={last.failure} of="files" />}
    </>
  );
}

function Foot({ allValid }: { allValid: boolean }) {
  const words = t().imported;
  const at = STEPS.indexOf(step.value);
  const [before, after] = [STEPS[at - 1], STEPS[at + 1]];
  return (
    <div class="data-foot intake-foot">
      <p class="intake-files">{isReading.value ? <Progress /> : <GivenFiles />}</p>
      <span class="note intake-stays">{words.stays}</span>
      <span class="intake-buttons">
        {isReading.value && <Button onClick={stop}>{words.stop}</Button>}
        {before && (
          <Button
            onClick={() => {
              step.value = before;
            }}
          >
            {words.back}
          </Button>
        )}
        {after && after !== "facts" && canShow(after) && (
          <Button
            onClick={() => {
              step.value = after;
            }}
          >
            {words.next}
          </Button>
        )}
        {step.value === "facts" ? (
          <>
            {canGoTo("session") && <Button onClick={() => leaveFor("session")}>{t().data.goSession}</Button>}
            {canGoTo("train") && (
              <Button look="solid" onClick={() => leaveFor("train")}>
                {t().next.goTrain}
              </Button>
            )}
          </>
        ) : (
          log.value && <Open allValid={allValid} />
        )}
      </span>
    </div>
  );
}

/** Its words hold how many clicks there will be, once that is counted. */
function Open({ allValid }: { allValid: boolean }) {
  const words = t().imported;
  const counted = remains.failure.value || remains.pending.value ? null : remains.value.value;
  const clicks = counted?.kept.interactions ?? 0;
  const isNothing = counted !== null && counted.train_targets === 0;
  return (
    <Button
      look="solid"
      disabled={!allValid || opening.value || !isRead.value || isReading.value || !client.value || isNothing}
      onClick={() => void openFiles()}
    >
      {opening.value ? words.opening : counted && !isNothing ? words.open(clicks, count(clicks)) : t().data.openFiles}
    </Button>
  );
}

function Progress() {
  const words = t().imported;
  const { file, share } = progress.value ?? { file: "", share: 0 };
  const text = file === "" ? words.readingFirst : words.reading(file, percent(share, 0));
  return (
    <>
      {text} <ProgressTrack label={text} share={share} />
    </>
  );
}

function GivenFiles() {
  return <b>{given.value.map(({ name }) => name).join(", ")}</b>;
}
