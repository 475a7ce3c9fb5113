import { t } from "../../../content";
import { blocked, trainBoth } from "../../../state/compare";
import { defaults } from "../../../state/compareDefaults";
import { phase } from "../../../state/compareRun";
import { Button } from "../Button";
import { goTo } from "../navigation";

/** Decoupled against early fusion in one press; the Compare panel shows it. */
export function TrainBoth() {
  const words = t().compare;
  return (
    <Button
      class="train-both"
      title={blocked.value ? words.state.blocked : words.bothTitle}
      disabled={blocked.value || phase.value !== "idle" || defaults.value.dif_sr === undefined}
      onClick={() => {
        goTo("compare");
        void trainBoth();
      }}
    >
      {words.both}
    </Button>
  );
}
