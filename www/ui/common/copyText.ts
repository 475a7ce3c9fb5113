import { withoutJoiners } from "../../viz/withoutJoiners";

/** Puts a text on the clipboard; false where the browser does not allow it. */
export async function copyText(said: string): Promise<boolean> {
  const text = withoutJoiners(said);
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    // Over plain http there is no clipboard, only the old command.
    return copyByCommand(text);
  }
}

function copyByCommand(text: string): boolean {
  const before = document.activeElement;
  const field = document.createElement("textarea");
  field.value = text;
  field.style.cssText = "position: fixed; opacity: 0";
  // Inside what holds the focus: a dialog that is open keeps it from anything outside.
  (before?.closest("dialog, [popover]") ?? document.body).append(field);
  field.select();
  const isCopied = document.execCommand("copy");
  field.remove();
  if (before instanceof HTMLElement) before.focus({ preventScroll: true });
  return isCopied;
}
