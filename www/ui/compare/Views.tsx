// How the results are looked at: which metric the curves show, what is ranked, and the way to the models themselves.
import { t } from "../../content";
import { current, set } from "../../state/current";
import type { Curve } from "../../state/fields";
import { comparedKey, trainedKey } from "../../state/shelf";
import { Button } from "../common/Button";
import { canGoTo, goTo } from "../common/navigation";
import { ClickedChoice } from "../common/runs/ClickedChoice";
import { rows } from "../common/runs/compareRows";
import { CURVES, metricLabel } from "../common/runs/metrics";
import { Segmented } from "../common/Segmented";

export function Views() {
  const words = t().compare;
  return (
    <div class="compare-tools">
      <Segmented<Curve>
        label={words.metric}
        options={(["ndcg10", "recall20"] as const).map((value) => ({ value, label: metricLabel(CURVES[value]) }))}
        value={current.curve.value}
        onChange={(curve) => set({ curve })}
      />
      <ClickedChoice />
      {canGoTo("side") && <Together />}
    </div>
  );
}

/** The finished models answer the visitor's own session, beside each other. */
function Together() {
  const words = t().compare;
  const models = rows.value
    .filter(({ records }) => records.some(({ hasWeights }) => hasWeights))
    .map(({ system }) => trainedKey(comparedKey(system.id)));
  const disabled = models.length < 2;
  return (
    <Button
      class="compare-together"
      look="quiet"
      icon="next"
      disabled={disabled}
      title={disabled ? words.togetherWaiting : words.togetherTitle}
      onClick={() => {
        set({ sides: models, partner: 1 });
        goTo("side");
      }}
    >
      {words.together}
    </Button>
  );
}
