// The address of the state: kept in step with it.
import { effect } from "@preact/signals";
import { experiment } from "../../state/current";
import { stateLink } from "../common/stateLink";

/** The address is rewritten at most this often; browsers stop pages that do it more than about three times a second. */
const ADDRESS_MS = 400;

export function followAddress(): () => void {
  let waiting = false;
  return effect(() => {
    experiment.value;
    if (waiting) return;
    waiting = true;
    setTimeout(() => {
      waiting = false;
      history.replaceState(history.state, "", stateLink());
    }, ADDRESS_MS);
  });
}
