// The data dialog: what is open, the shops with planted rules, and the visitor's own files.
import { useEffect, useRef } from "preact/hooks";
import { t } from "../../content";
import { client } from "../../state/engine";
import { model } from "../../state/opened";
import { Button, IconButton } from "../common/Button";
import { dataName } from "../common/dataName";
import { goTo } from "../common/navigation";
import { addFiles, closeDialog, dialogOpen, opening, outcome, startFromOpen } from "./draft";
import { OpenFacts } from "./OpenFacts";
import { OwnFiles } from "./OwnFiles";
import { Shops } from "./Shops";
import "../../styles/data.css";

/** Opens the dialog; with files when they were dropped. */
export function showDialog(files: readonly File[]): void {
  if (!dialogOpen.peek()) {
    startFromOpen();
    if (outcome.peek()?.kind === "opened") outcome.value = null;
  }
  if (files.length > 0) addFiles(files);
  dialogOpen.value = true;
}

export function DataDialog() {
  const words = t().data;
  const ref = useRef<HTMLDialogElement>(null);
  const open = dialogOpen.value;
  useEffect(() => {
    const element = ref.current;
    if (!element) return;
    if (open && !element.open) element.showModal();
    if (!open && element.open) element.close();
  }, [open]);
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: a press beside the dialog closes it; Escape does the same for keys
    <dialog
      class="dialog data-dialog"
      aria-labelledby="data-title"
      ref={ref}
      onClose={closeDialog}
      onClick={(event) => event.target === event.currentTarget && closeDialog()}
    >
      <div class="dialog-body">
        <div class="dialog-head">
          <h2 id="data-title">{words.title}</h2>
          <IconButton icon="close" label={words.close} onClick={closeDialog} />
        </div>
        {open && (
          <>
            <p class="data-lede">{words.lede}</p>
            {!client.value && <p class="note">{words.notReady}</p>}
            <div class="data-columns" aria-busy={opening.value}>
              <div>
                <Shops />
              </div>
              <div>
                <OwnFiles />
                <OpenFacts />
              </div>
            </div>
            <Foot />
          </>
        )}
      </div>
    </dialog>
  );
}

/** What opening does, what it is doing, and where to go when it is done. */
function Foot() {
  const words = t().data;
  const go = (panel: "train" | "session") => {
    closeDialog();
    goTo(panel);
  };
  if (outcome.value?.kind !== "opened" || opening.value) {
    return (
      <p class="note data-foot" role="status">
        {opening.value ? words.openingLong : words.sessionNote}
      </p>
    );
  }
  return (
    <div class="notice data-foot" role="status">
      <p>
        <b>{words.opened(dataName())}</b> {!model.value && words.openedNoModel}
      </p>
      <div class="notice-buttons">
        {!model.value && <Button onClick={() => go("train")}>{words.goTrain}</Button>}
        <Button onClick={() => go("session")}>{words.goSession}</Button>
      </div>
    </div>
  );
}
