// The address of the state: kept in step with it, and made anew for whoever copies it.
import { effect } from "@preact/signals";
import { experiment } from "../../state/current";
import { writeLink } from "../../state/link";
import { linkBase } from "../../state/linkBase";
import { hash } from "../common/navigation";

/** The address is rewritten at most this often; browsers stop pages that do it more than about three times a second. */
const ADDRESS_MS = 400;

/**
 * The whole address of the state as it is now. The visitor's own habits are in it where they are not everybody's: whoever is sent the
 * link sees the same.
 */
export function stateLink(): string {
  const query = writeLink(experiment.peek(), linkBase.peek());
  return `${location.origin}${location.pathname}${query === "" ? "" : `?${query}`}${hash.peek()}`;
}

/** Keeps the address in step. */
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
