// The question that own data is opened for, beside the data: the way to the runs that answer it, how far they are, and their answer.
import { useEffect } from "preact/hooks";
import { t } from "../../content";
import { blocked } from "../../state/compare";
import { phase } from "../../state/compareRun";
import { source } from "../../state/opened";
import {
  askSideInformation,
  hasAttributes,
  isAnswered,
  isAsked,
  prepareSideInformation,
  sideRuns,
} from "../../state/sideInformation";
import { Button } from "../common/Button";
import { Marked } from "../common/Marked";
import { canGoTo } from "../common/navigation";
import "../common/runs/prepare";
import { sideSentences } from "../common/runs/sideVerdict";
import { unbroken } from "../common/unbroken";
import { leaveFor } from "./leaveFor";

export function SideInformation() {
  const words = t().compare.helps;
  const open = source.value;
  useEffect(() => {
    if (open && hasAttributes.peek()) void prepareSideInformation();
  }, [open]);
  if (!canGoTo("compare")) return null;
  return (
    <section class="intake-look">
      <h4>
        <Marked text={words.title} />
      </h4>
      {hasAttributes.value ? <Ask /> : <p>{words.noAttributes}</p>}
    </section>
  );
}

function Ask() {
  const words = t().compare.helps;
  const isGoing = phase.value !== "idle" && isAsked.value;
  const isBusy = phase.value !== "idle" && !isAsked.value;
  const obstacle = isBusy ? words.busy : blocked.value && !isAnswered.value ? t().compare.state.blocked : null;
  return (
    <>
      <p role="status">{unbroken(sideSentences().join(" ")) || t().compare.state.engine}</p>
      {obstacle && <p>{obstacle}</p>}
      <p class="data-buttons">
        <Button
          disabled={sideRuns.value.length === 0 || obstacle !== null}
          onClick={() => {
            leaveFor("compare");
            void askSideInformation();
          }}
        >
          {isAnswered.value || isGoing ? words.see : words.ask}
        </Button>
      </p>
    </>
  );
}
