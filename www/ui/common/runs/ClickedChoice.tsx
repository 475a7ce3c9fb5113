import { t } from "../../../content";
import { current, set } from "../../../state/current";
import type { Clicked } from "../../../state/fields";
import { Segmented } from "../Segmented";

/** Whether items that were already clicked are ranked. */
export function ClickedChoice() {
  const { history, historyOptions } = t().train;
  return (
    <Segmented<Clicked>
      label={history}
      options={(["kept", "masked"] as const).map((value) => ({ value, label: historyOptions[value] }))}
      value={current.history.value}
      onChange={(chosen) => set({ history: chosen })}
    />
  );
}
