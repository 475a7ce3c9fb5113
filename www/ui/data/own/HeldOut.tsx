// What of the data is held out, where the clicks have times: each visitor's last clicks, or what came last of all.
import { useId } from "preact/hooks";
import { t } from "../../../content";
import type { Keep } from "../../../engine.ts";
import { Marked } from "../../common/Marked";
import { answer, keep } from "./intake";

const SPLITS: readonly NonNullable<Keep["split"]>[] = ["leave_one_out", "time"];

export function HeldOut() {
  const words = t().imported.part;
  const name = useId();
  if (answer.value?.report.order !== "time") return null;
  const { split: chosen = "leave_one_out" } = keep.value;
  // The usual one is not said, so that it is the same data as ever.
  const set = (split: Keep["split"]) => {
    const { split: _, ...others } = keep.peek();
    keep.value = split === "time" ? { ...others, split } : others;
  };
  return (
    <>
      <fieldset class="intake-events">
        <legend>{words.heldOut}</legend>
        {SPLITS.map((split) => (
          <label key={split}>
            <input type="radio" name={name} checked={split === chosen} onChange={() => set(split)} />{" "}
            {words.heldOuts[split]}
          </label>
        ))}
      </fieldset>
      <p class="note">
        <Marked text={words.heldOutNote} />
      </p>
    </>
  );
}
