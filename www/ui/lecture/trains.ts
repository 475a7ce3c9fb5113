// The runs of the lecture: those of the comparison, started by the sub-step that says so as soon as they can be.
import { effect, untracked } from "@preact/signals";
import { trainAll } from "../../state/compare";
import { missing } from "../../state/compareResults";
import { holder } from "../../state/holder";
import { isReady } from "../common/runs/compareRows";
import "../common/runs/prepare";
import { onWall } from "./stage";

/** Follows the wall; where everything has its result, or something trains, there is nothing to start. Returns what stops it. */
export function followRuns(): () => void {
  return effect(() => {
    const isWanted = onWall.value?.click.trains === true && isReady.value;
    if (isWanted && missing.value.length > 0 && holder.value === null) untracked(() => void trainAll());
  });
}
