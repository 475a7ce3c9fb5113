// A paused run, or one whose device was lost, can be taken away as a file.
import { useState } from "preact/hooks";
import { t } from "../../content";
import { writtenRun } from "../../state/checkpoints";
import { lost, run } from "../../state/training";
import { count } from "../common/format";
import { SaveRun } from "../common/runs/SaveRun";
import "../../styles/bench.css";

export function KeepRun() {
  const [trouble, setTrouble] = useState<string | null>(null);
  const [now, kept] = [run.value, writtenRun.value];
  // While it goes, what is written down is some seconds old.
  if (!kept || !(now?.phase === "paused" || lost.value)) return null;
  return (
    <p class="note keep-run">
      <SaveRun look="link" of={async () => writtenRun.peek()} onTrouble={setTrouble} />{" "}
      <span role={trouble === null ? undefined : "alert"}>
        {trouble ?? t().train.saveRun.note(count(kept.checkpoint.place.step + kept.run.base.step))}
      </span>
    </p>
  );
}
