import { t } from "../../../content";
import { blocked, trainBoth } from "../../../state/compare";
import { phase } from "../../../state/compareRun";
import { defaultConfigs } from "../../../state/defaultConfigs";
import { FIRST_SYSTEM } from "../../../state/firstSystem";
import { Button } from "../Button";
import { goTo } from "../navigation";

/** Decoupled against early fusion in one press; the Compare panel shows it. */
export function TrainBoth() {
  const words = t().compare;
  return (
    <Button
      class="train-both"
      title={blocked.value ? words.state.blocked : words.bothTitle}
      disabled={blocked.value || phase.value !== "idle" || !defaultConfigs.value.has(FIRST_SYSTEM)}
      onClick={() => {
        goTo("compare");
        void trainBoth();
      }}
    >
      {words.both}
    </Button>
  );
}
