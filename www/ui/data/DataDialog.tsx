// The data dialog: the shops with planted rules and what is open, or the visitor's own files.
import { t } from "../../content";
import { client } from "../../state/engine";
import { model, shop, source } from "../../state/opened";
import { Button } from "../common/Button";
import { Dialog } from "../common/Dialog";
import { dataName } from "../common/dataName";
import { canGoTo } from "../common/navigation";
import { addSorted, closeDialog, dialogOpen, opening, outcome, showsFiles, startFromOpen } from "./draft";
import type { Sorted } from "./dropped";
import { leaveFor } from "./leaveFor";
import { OpenFacts } from "./OpenFacts";
import { OwnFiles } from "./OwnFiles";
import { Intake } from "./own/Intake";
import { step } from "./own/intake";
import { Shops } from "./Shops";
import { SideInformationLater } from "./SideInformationLater";

/** Opens the dialog; with files when some were dropped. */
export function showData(dropped: Sorted | null): void {
  if (!dialogOpen.peek()) {
    startFromOpen();
    if (outcome.peek()?.kind === "opened") {
      outcome.value = null;
      showsFiles.value = false;
      if (step.peek() === "facts") step.value = "columns";
    }
  }
  if (dropped) addSorted(dropped);
  dialogOpen.value = true;
}

export function DataDialog() {
  return (
    <Dialog
      class={showsFiles.value ? "data-dialog is-intake" : "data-dialog"}
      title={t().data.title}
      open={dialogOpen.value}
      onClose={closeDialog}
    >
      {showsFiles.value ? <OfFiles /> : <OfShops />}
    </Dialog>
  );
}

function OfFiles() {
  return (
    <>
      <p class="data-lede">
        <Button
          look="link"
          onClick={() => {
            showsFiles.value = false;
          }}
        >
          {t().imported.toShops}
        </Button>
      </p>
      <Intake />
    </>
  );
}

function OfShops() {
  const words = t().data;
  return (
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
          {source.value?.kind === "files" && <SideInformationLater />}
        </div>
      </div>
      <Foot />
    </>
  );
}

/** What opening does, what it is doing, and where to go when it is done. */
function Foot() {
  const words = t().data;
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
            <Button look="solid" onClick={() => leaveFor("train")}>
              {t().next.goTrain}
            </Button>
          )}
          {canGoTo("session") && (
            <Button look={hasModel ? "solid" : "plain"} onClick={() => leaveFor("session")}>
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
