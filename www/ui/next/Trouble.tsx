// What keeps the list from answering what is asked: a model that did not arrive, a question that failed. With the way out.
import type { ComponentChildren } from "preact";
import { t } from "../../content";
import { answerFailure, askAgain } from "../../state/answers";
import { modelFailure } from "../../state/opened";
import { retryModel } from "../../state/resources";
import type { WorkerFailure } from "../../worker/client";
import { Button } from "../common/Button";
import { inWords, rawText } from "../common/failures";
import { RawText } from "../common/RawText";

export function hasTrouble(): boolean {
  return modelFailure.value !== null || answerFailure.value !== null;
}

export function Trouble() {
  const words = t().next;
  const [missing, failed] = [modelFailure.value, answerFailure.value];
  return (
    <>
      {missing && (
        <Notice failure={missing.failure} again={retryModel}>
          {words.modelMissing(missing.name, inWords(missing.failure))}
        </Notice>
      )}
      {failed && (
        <Notice failure={failed} again={askAgain}>
          {words.noAnswer(inWords(failed))}
        </Notice>
      )}
    </>
  );
}

interface Props {
  readonly failure: WorkerFailure;
  readonly again: () => void;
  readonly children: ComponentChildren;
}

function Notice({ failure, again, children }: Props) {
  const raw = rawText(failure);
  return (
    <div class="notice notice-bad next-trouble" role="alert">
      <p>{children}</p>
      {raw && <RawText text={raw} />}
      <div class="notice-buttons">
        <Button onClick={again}>{t().shell.failed.again}</Button>
      </div>
    </div>
  );
}
