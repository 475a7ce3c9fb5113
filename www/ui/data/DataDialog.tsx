// The data dialog: what is open, the shops with planted rules, and the visitor's own files.
import { t } from "../../content";
import { client } from "../../state/engine";
import { model, shop } from "../../state/opened";
import { Button } from "../common/Button";
import { Dialog } from "../common/Dialog";
import { dataName } from "../common/dataName";
import { canGoTo, goTo } from "../common/navigation";
import { addFiles, closeDialog, dialogOpen, opening, outcome, startFromOpen } from "./draft";
import { OpenFacts } from "./OpenFacts";
import { OwnFiles } from "./OwnFiles";
import { Shops } from "./Shops";

/** Opens the dialog; with files when they were dropped. */
export function showData(files: readonly File[]): void {
  if (!dialogOpen.peek()) {
    startFromOpen();
    if (outcome.peek()?.kind === "opened") outcome.value = null;
  }
  if (files.length > 0) addFiles(files);
  dialogOpen.value = true;
}

export function DataDialog() {
  const words = t().data;
  return (
    <Dialog class="data-dialog" title={words.title} open={dialogOpen.value} onClose={closeDialog}>
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
    </Dialog>
  );
}

/** What opening does, what it is doing, and where to go when it is done. */
function Foot() {
  const words = t().data;
  const go = (panel: "train" | "session") => {
    closeDialog();
    goTo(panel);
  };
  const isOpened = outcome.value?.kind === "opened" && !opening.value;
  const hasModel = shop.value !== null || model.value !== null;
  return (
    <div class="data-foot" role="status">
      {isOpened ? (
        <>
          <p>
            <b>{words.opened(dataName())}</b> {shop.value ? words.openedReady : !hasModel && words.openedNoModel}
          </p>
          {!hasModel && canGoTo("train") && (
            <Button look="solid" onClick={() => go("train")}>
              {t().next.goTrain}
            </Button>
          )}
          {canGoTo("session") && (
            <Button look={hasModel ? "solid" : "plain"} onClick={() => go("session")}>
              {words.goSession}
            </Button>
          )}
        </>
      ) : (
        <p class="note">{opening.value ? words.openingLong : words.sessionNote}</p>
      )}
    </div>
  );
}
