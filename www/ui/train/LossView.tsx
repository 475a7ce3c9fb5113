// Which losses are drawn, on which scale, and how much they are smoothed.
import { t } from "../../content";
import { current, set } from "../../state/current";
import { LOSS_SCALES, type LossScale, SMOOTHINGS, type Smoothing } from "../../state/fields";
import type { ChartSeries } from "../../viz/chartModel";
import { PAGE } from "../../viz/tokens";
import { Segmented } from "../common/Segmented";

/** `all`: the terms of the run, those that are switched off among them. */
export function LossView({ all }: { all: readonly ChartSeries[] }) {
  const words = t().train.lossView;
  const off = current.lossOff.value;
  const left = all.filter(({ id }) => !off.includes(id));
  return (
    <details class="loss-view">
      <summary>{words.title}</summary>
      <div class="loss-view-parts">
        {all.length > 1 && (
          <fieldset>
            <legend>{words.lines}</legend>
            {all.map(({ id, label, colour }) => {
              const isOn = left.some((one) => one.id === id);
              return (
                <label key={id}>
                  {/* A chart without a line says nothing. */}
                  <input
                    type="checkbox"
                    checked={isOn}
                    disabled={isOn && left.length === 1}
                    onChange={() => toggle(id)}
                  />
                  <i style={{ background: PAGE(colour) }} />
                  {label}
                </label>
              );
            })}
          </fieldset>
        )}
        <Segmented<LossScale>
          label={words.scale}
          options={LOSS_SCALES.map((value) => ({ value, label: words.scales[value] }))}
          value={current.lossScale.value}
          onChange={(lossScale) => set({ lossScale })}
        />
        <Segmented<Smoothing>
          label={words.smoothing}
          options={SMOOTHINGS.map((value) => ({ value, label: words.smoothings[value] }))}
          value={current.smoothing.value}
          onChange={(smoothing) => set({ smoothing })}
        />
      </div>
    </details>
  );
}

function toggle(id: string): void {
  const off = current.lossOff.peek();
  set({ lossOff: off.includes(id) ? off.filter((one) => one !== id) : [...off, id] });
}
