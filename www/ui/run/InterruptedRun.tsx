// A run that a reload, a crash or a closed lid has broken off: whether it is to go on.
import { useEffect, useState } from "preact/hooks";
import { t } from "../../content";
import { forgetInterrupted, interruptedRun } from "../../state/checkpoints";
import { client } from "../../state/engine";
import type { Interrupted } from "../../state/holder";
import { resumeInterrupted } from "../../state/resumeInterrupted";
import { WorkerFailure } from "../../worker/client";
import { announce } from "../common/Announcer";
import { ago } from "../common/ago";
import { Button } from "../common/Button";
import { inWords } from "../common/failures";
import { count } from "../common/format";
import { SaveRun } from "../common/runs/SaveRun";
import { SureButton } from "../common/SureButton";
import { titled } from "../common/titled";

export function InterruptedRun({ run }: { run: Interrupted }) {
  const words = t().train.interrupted;
  const [trouble, setTrouble] = useState<string | null>(null);
  const [isOpening, setOpening] = useState(false);
  useEffect(() => announce(words.question(count(run.step))), [run.id]);
  const goOn = async () => {
    setOpening(true);
    setTrouble(null);
    try {
      // What a run needs is prepared before it goes on.
      await import("../train/Training");
      await resumeInterrupted();
    } catch (cause) {
      if (!(cause instanceof WorkerFailure)) throw cause;
      setTrouble(inWords(cause));
    } finally {
      setOpening(false);
    }
  };
  return (
    <>
      <span class="run-bar-text">
        <b>{words.question(count(run.step))}</b>{" "}
        <span role={trouble === null ? undefined : "alert"}>
          {trouble ?? words.what(run.name, titled(run.data), ago(run.saved))}
        </span>
      </span>
      <span class="run-bar-buttons">
        <Button look="solid" disabled={isOpening || !client.value} onClick={() => void goOn()}>
          {isOpening ? words.opening : words.goOn}
        </Button>
        <SaveRun look="icon" of={() => interruptedRun(run.id)} onTrouble={setTrouble} />
        <SureButton look="plain" label={words.drop} question={words.sure} onSure={() => void forgetInterrupted()} />
      </span>
    </>
  );
}
