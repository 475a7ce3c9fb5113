import { t } from "../../content";
import { isStopped } from "./measure";
import { isAwaited } from "./subject";

/** In place of a figure that is not there yet: what it waits for. `otherwise`: while it is being asked for. */
export function Awaited({ otherwise }: { otherwise: string }) {
  const words = t().truth;
  return <p class="note">{isAwaited.value ? words.whenMeasured : isStopped.value ? words.whenGoneOn : otherwise}</p>;
}
