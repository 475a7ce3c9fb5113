// Keys that work everywhere on the page. Keys of one part live in that part.
import { experiment } from "../../state/current";
import { goTo } from "../common/navigation";
import { SEARCH_ID } from "../common/searchId";
import { redo, undo } from "../common/sessionActions";
import { wide } from "../common/viewport";
import { openShortcuts } from "./openShortcuts";

/** True where keys mean text. */
function writes(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement &&
    target.matches("input:not([type=checkbox], [type=radio], [type=range]), textarea, select")
  );
}

function focusSearch(): void {
  const focus = () => document.getElementById(SEARCH_ID)?.focus();
  if (wide.value || experiment.value.panel === "session") focus();
  else {
    goTo("session");
    // Two frames: the first swaps the panels and moves focus to the new one.
    requestAnimationFrame(() => requestAnimationFrame(focus));
  }
}

function onKeyDown(event: KeyboardEvent): void {
  if (writes(event.target) || event.altKey) return;
  if (document.querySelector("dialog[open]")) return;
  const command = event.ctrlKey || event.metaKey;
  const key = event.key.toLowerCase();
  if (command && key === "z") (event.shiftKey ? redo : undo)();
  else if (command && key === "y") redo();
  else if (command) return;
  else if (key === "/") {
    focusSearch();
  } else if (key === "?") openShortcuts();
  else return;
  event.preventDefault();
}

export function listenToShortcuts(): () => void {
  addEventListener("keydown", onKeyDown);
  return () => removeEventListener("keydown", onKeyDown);
}
