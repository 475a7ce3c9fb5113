// The address of the state: kept in step with it, and made anew for whoever copies it.
import { effect } from "@preact/signals";
import { experiment } from "../../state/current";
import { DEFAULTS, type Experiment } from "../../state/experiment";
import { writeLink } from "../../state/link";

/** The address is rewritten at most this often; browsers stop pages that do it more than about three times a second. */
const ADDRESS_MS = 400;

/** What a visitor finds without a link; their language and theme are theirs. */
let defaults: Experiment = DEFAULTS;

/** The whole address of the state as it is now. */
export function stateLink(): string {
  const query = writeLink(experiment.peek(), defaults);
  return `${location.origin}${location.pathname}${query === "" ? "" : `?${query}`}`;
}

/** Keeps the address in step. `found` is what the page would show without a link. */
export function followAddress(found: Experiment): () => void {
  defaults = found;
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
