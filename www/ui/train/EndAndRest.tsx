// When a run ends for want of time, and whether it rests while nobody can see it: kept with the settings, though no part of the model's.
import { t } from "../../content";
import { current, set } from "../../state/current";
import { MOST_MINUTES } from "../../state/fields";
import { NumberField } from "../common/NumberField";
import { Switch } from "../common/Switch";
import "../../styles/bench.css";

export function EndAndRest() {
  const words = t().bench;
  return (
    <div class="end-and-rest">
      <NumberField
        label={words.limit}
        value={current.minutes.value}
        empty={words.noLimit}
        least={1}
        most={MOST_MINUTES}
        onChange={(minutes) => set({ minutes })}
      />
      <Switch label={words.rests} on={current.restsHidden.value} onChange={(restsHidden) => set({ restsHidden })} />
      {"wakeLock" in navigator && <p class="note">{words.awake}</p>}
    </div>
  );
}
