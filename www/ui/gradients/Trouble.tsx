// What keeps a system from answering, by name, with the way out; and who is still at work.
import { t } from "../../content";
import { client } from "../../state/engine";
import type { WorkerFailure } from "../../worker/client";
import { Button } from "../common/Button";
import { inWords, rawText } from "../common/failures";
import { Notice } from "../common/Notice";
import { attends, mainSide, otherSide, reportOf, type Side } from "./asked";
import { beside, besideChoice } from "./beside";
import type { Slot } from "./besides";
import { isWide, wide } from "./wide";
import { nameOf } from "./words";

export function Trouble() {
  const words = t().gradients;
  if (!client.value) return <p class="gradients-state">{words.waiting}</p>;
  return (
    <>
      <Coming slot={beside} />
      {otherSide.value && <SideState side={otherSide.value} />}
      {besideChoice.value === null && <p class="gradients-state">{words.noBeside}</p>}
      {isWide.value && <Coming slot={wide} />}
      {mainSide.value ? (
        <SideState side={mainSide.value} />
      ) : (
        !isWide.value && <p class="gradients-state">{words.waiting}</p>
      )}
    </>
  );
}

/** A model that is on its way to its slot, or did not arrive. */
function Coming({ slot }: { slot: Slot }) {
  const now = slot.now.value;
  if (!now || now.summary) return null;
  if (now.failure) return <Failed name={now.choice.name} failure={now.failure} again={slot.again} />;
  return <p class="gradients-state">{t().gradients.computing(now.choice.name)}</p>;
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
