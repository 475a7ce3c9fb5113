// Why the model with another fusion does not answer: it did not arrive, or nobody has trained it here.
import { t } from "../../content";
import { current, set } from "../../state/current";
import { modelFailure } from "../../state/opened";
import { Button } from "../common/Button";
import { inWords } from "../common/failures";
import { canGoTo, goTo } from "../common/navigation";
import { missingFusion } from "./fusion";
import { switchable } from "./switchable";

/** Opens the training panel with that system, and with what else the visitor has set. */
function train(system: string): void {
  const { "model.fusion": _, "training.targets": __, ...changes } = current.form.peek().changes;
  set({ form: { system, changes } });
  goTo("train");
}

/** Why the fusion that was asked for does not answer, and the way to get it. */
export function FusionNote() {
  const now = switchable();
  const words = t().models;
  const asked = missingFusion.value;
  if (!now) return null;
  const failed = modelFailure.value;
  if (failed) return <p class="note fusion-note">{words.chooseFailed(inWords(failed.failure))}</p>;
  if (asked?.system !== now.summary.system.id) return null;
  const name = t().shell.model.fusion[asked.fusion] ?? asked.fusion;
  return (
    <p class="note fusion-note" role="status">
      {words.fusionMissing(name)}{" "}
      {canGoTo("train") && (
        <Button look="link" onClick={() => train(now.family.systems[asked.fusion])}>
          {words.fusionTrain(name)}
        </Button>
      )}
    </p>
  );
}
