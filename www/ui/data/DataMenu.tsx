// The data button of the header, and the whole page as a place to drop files: logs lead to the data dialog, a model to the question
// whether it is to answer. Both dialogs are fetched when they are needed.
import { signal } from "@preact/signals";
import { useEffect } from "preact/hooks";
import { t } from "../../content";
import { say, sayArrived } from "../../state/notices";
import { dataName } from "../common/dataName";
import { Icon } from "../common/Icon";
import { whenNeeded } from "../common/lazy";

const dialogs = whenNeeded(() => import("./dialogs"), ["data", "imported", "models", "trouble"]);
const dragging = signal(false);

/** Opens the dialog that asks about these files; the data dialog without any. */
export function showFiles(files: readonly File[] = []): Promise<void> {
  return inDialogs(({ showDialog }) => showDialog(files));
}

/** Fetches the dialogs, and has one shown. */
export async function inDialogs(show: (here: typeof import("./dialogs")) => unknown): Promise<void> {
  try {
    await show(await dialogs.fetch());
    sayArrived();
  } catch {
    say({ kind: "late" });
  }
}

/** Only drags that carry files are ours: a chip of the session is dragged too. */
function carriesFiles(event: DragEvent): boolean {
  return event.dataTransfer?.types.includes("Files") ?? false;
}

function listenForFiles(): () => void {
  const over = (event: DragEvent) => {
    if (!carriesFiles(event)) return;
    event.preventDefault();
    if (event.dataTransfer) event.dataTransfer.dropEffect = "copy";
    dragging.value = true;
  };
  const leave = (event: DragEvent) => {
    if (event.relatedTarget === null) dragging.value = false;
  };
  const drop = (event: DragEvent) => {
    if (!carriesFiles(event)) return;
    event.preventDefault();
    dragging.value = false;
    void showFiles([...(event.dataTransfer?.files ?? [])]);
  };
  window.addEventListener("dragover", over);
  window.addEventListener("dragleave", leave);
  window.addEventListener("drop", drop);
  return () => {
    window.removeEventListener("dragover", over);
    window.removeEventListener("dragleave", leave);
    window.removeEventListener("drop", drop);
  };
}

export function DataMenu() {
  const words = t().shops;
  useEffect(listenForFiles, []);
  const name = dataName();
  const { Dialogs } = dialogs.here.value ?? {};
  return (
    <div class="picker">
      <span class="picker-label">{words.button}</span>
      <button
        type="button"
        class="picker-button"
        aria-haspopup="dialog"
        aria-label={`${words.button}: ${name}`}
        title={words.buttonTitle}
        onPointerEnter={() => void dialogs.fetch().catch(() => undefined)}
        onClick={() => void showFiles()}
      >
        <span>{name}</span>
        <Icon name="chevron" />
      </button>
      {Dialogs && <Dialogs />}
      {dragging.value && (
        <div class="drop-cover" role="status">
          <p>{words.dropNow}</p>
        </div>
      )}
    </div>
  );
}
