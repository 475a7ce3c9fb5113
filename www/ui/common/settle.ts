// A state that was put on screen as a whole, by a message, an exercise or a lecturer's own step: what the data or the model has not is left out
// and named, as of a link.
import { begin } from "../../state/begin";
import { checkLink } from "../../state/checkLink";
import { current, experiment } from "../../state/current";
import { sameData } from "../../state/dataKey";
import type { Patch } from "../../state/fields";
import { openData } from "../../state/opened";
import { until } from "../../state/until";

/** The data that the state names. */
const isOpen = () => openData.value !== null && sameData(openData.value.key, current.data.value);

/** `patch`: what was asked for. Data that is still to be opened begins by itself. */
export function settle(patch: Patch): void {
  if (isOpen()) begin(experiment.peek().example, openData.peek()?.catalogue.items.length ?? 0);
  void until(isOpen).then(() => checkLink({ ...patch, data: current.data.peek() }));
}
