// The keys of a lecture: those that presenter's remotes send, and their neighbours. Nothing where a key writes or moves something.

import { current } from "../../state/current";
import { startClock } from "./clock";
import { letterOf } from "./letterOf";
import { openPresenter } from "./presenterLink";
import { first, hasNext, isBlack, last, leave, next, previous } from "./stage";

/** What Enter and Space press. */
const PRESSED = "button, a[href], summary, [role=radio], [role=option], input[type=checkbox], input[type=radio]";

/** True where the key belongs to what has the focus. */
function isTaken({ target, key }: KeyboardEvent): boolean {
  if (!(target instanceof HTMLElement)) return false;
  if (target.matches("input:not([type=checkbox], [type=radio], [type=range]), textarea, select")) return true;
  // A button is pressed by Enter and Space, a slider moved by arrows up and down, Home and End.
  const presses = key === "Enter" || key === " ";
  if (presses && target.closest(PRESSED)) return true;
  return (key === "Home" || key === "End") && target.closest("[role=slider], input[type=range]") !== null;
}

function act(event: KeyboardEvent): boolean {
  switch (letterOf(event)) {
    case "PageDown":
    case "ArrowRight":
    case "Enter":
      forward();
      return true;
    case " ":
      if (event.shiftKey) backward();
      else forward();
      return true;
    case "PageUp":
    case "ArrowLeft":
      backward();
      return true;
    case "Home":
      first();
      return true;
    case "End":
      last();
      return true;
    case "b":
    case "B":
    case ".":
      isBlack.value = !isBlack.peek();
      return true;
    case "p":
    case "P":
      // A deck has notes of its own.
      if (current.embed.peek() === null) openPresenter();
      return true;
    case "Escape":
      // A frame has nothing else to show: its keys go back to the page around it.
      if (current.embed.peek() === null) leave();
      else parent.focus();
      return true;
    default:
      return false;
  }
}

/** The clock begins with the first Next. A black wall is lit again by it, and nothing else moves. */
export function forward(): void {
  startClock();
  if (isBlack.peek()) isBlack.value = false;
  else if (hasNext.peek()) next();
}

/** As forward: of a black wall it shows what stood there. */
export function backward(): void {
  if (isBlack.peek()) isBlack.value = false;
  else previous();
}

/** In the page before anything in it hears the key, so that no panel takes what the remote sends. */
export function listenToKeys(): () => void {
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey || isTaken(event)) return;
    if (document.querySelector("dialog[open]") || !act(event)) return;
    event.preventDefault();
    event.stopPropagation();
  };
  addEventListener("keydown", onKeyDown, { capture: true });
  return () => removeEventListener("keydown", onKeyDown, { capture: true });
}
