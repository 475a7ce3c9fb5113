// What keeps a system from answering, by name, with the way out; and who is still at work.
import { t } from "../../content";
import { client } from "../../state/engine";
import type { WorkerFailure } from "../../worker/client";
import { Button } from "../common/Button";
import { inWords, rawText } from "../common/failures";
import { Notice } from "../common/Notice";
import { attends, mainSide, otherSide, reportOf, type Side } from "./asked";
import { beside, besideChoice, retryBeside } from "./beside";
import { nameOf } from "./words";

export function Trouble() {
  const words = t().gradients;
  if (!client.value || !mainSide.value) return <p class="gradients-state">{words.waiting}</p>;
  const now = beside.value;
  const isComing = now !== null && now.summary === null && now.failure === null;
  return (
    <>
      {now?.failure && <Failed name={now.choice.name} failure={now.failure} again={retryBeside} />}
      {otherSide.value && <SideState side={otherSide.value} />}
      {isComing && <p class="gradients-state">{words.computing(now.choice.name)}</p>}
      {besideChoice.value === null && <p class="gradients-state">{words.noBeside}</p>}
      <SideState side={mainSide.value} />
    </>
  );
}

function SideState({ side }: { side: Side }) {
  const failure = side.answer.failure.value;
  if (failure) return <Failed name={nameOf(side)} failure={failure} again={side.answer.again} />;
  if (!attends(side)) return <p class="gradients-state">{t().gradients.noAttention(nameOf(side))}</p>;
  if (reportOf(side)) return null;
  return <p class="gradients-state">{t().gradients.computing(nameOf(side))}</p>;
}

function Failed({ name, failure, again }: { name: string; failure: WorkerFailure; again: () => void }) {
  return (
    <Notice isBad raw={rawText(failure)} buttons={<Button onClick={again}>{t().common.tryAgain}</Button>}>
      {t().gradients.failed(name, inWords(failure))}
    </Notice>
  );
}
