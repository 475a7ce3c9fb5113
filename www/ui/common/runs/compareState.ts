// What goes on in the comparison, in words, wherever it is shown.
import { t } from "../../../content";
import { blocked } from "../../../state/compare";
import { planned, wish } from "../../../state/compareChoice";
import { failures, missing } from "../../../state/compareResults";
import { live, phase, underWay } from "../../../state/compareRun";
import { client } from "../../../state/engine";
import { LEAST_SYSTEMS } from "../../../state/wishField";
import { count } from "../format";

/** What is going on, or why nothing can. */
export function compareStateInWords(): string {
  const words = t().compare.state;
  const now = underWay.value;
  if (now === null || phase.value === "idle") return idleInWords();
  switch (phase.value) {
    case "preparing":
      return words.preparing(now.name);
    case "training":
      if (live.value?.phase === "evaluating") return words.evaluating(now.name);
      if (live.value?.stage === "pretraining") return words.pretraining(now.name, String(now.seed));
      return words.training(now.name, String(now.seed));
    case "paused":
      return words.paused(now.name);
    case "testing":
      return words.testing(now.name);
    case "stopping":
      return words.stopping;
  }
}

function idleInWords(): string {
  const words = t().compare.state;
  const all = planned.value.length;
  const left = missing.value.length;
  if (blocked.value) return words.blocked;
  if (wish.value.systems.length < LEAST_SYSTEMS) return words.few(count(LEAST_SYSTEMS));
  if (!client.value || all === 0) return words.engine;
  if (failures.value.size > 0) return words.failed;
  if (left === 0) return words.done;
  return left < all ? words.some(count(all - left), count(all)) : words.fresh(count(all));
}
