// The data button of the header, and the whole page as a place to drop files. The dialog behind it is fetched when needed.
import { signal } from "@preact/signals";
import type { ComponentType } from "preact";
import { useEffect } from "preact/hooks";
import { loadWords, t } from "../../content";
import { dataName } from "../common/dataName";
import { Icon } from "../common/Icon";

type Dialog = typeof import("./DataDialog");

const dialog = signal<{ Component: ComponentType } | null>(null);
const dragging = signal(false);
let fetched: Promise<Dialog> | null = null;

/** The dialog's code and its words. What did not arrive is fetched again the next time. */
function fetchDialog(): Promise<Dialog> {
  fetched ??= Promise.all([import("./DataDialog"), loadWords(["data"])]).then(
    ([module]) => {
      dialog.value = { Component: module.DataDialog };
      return module;
    },
    (cause: unknown) => {
      fetched = null;
      throw cause;
    },
  );
  return fetched;
}

async function show(files: readonly File[] = []): Promise<void> {
  const { showDialog } = await fetchDialog();
  showDialog(files);
}

/** Only drags that carry files are ours: a chip of the session is dragged too. */
function carriesFiles(event: DragEvent): boolean {
  return event.dataTransfer?.types.includes("Files") ?? false;
}

function listenForFiles(): () => void {
  const over = (event: DragEvent) => {
    if (!carriesFiles(event)) return;
    event.preventDefault();
    dragging.value = true;
  };
  const leave = (event: DragEvent) => {
    if (event.relatedTarget === null) dragging.value = false;
  };
  const drop = (event: DragEvent) => {
    if (!carriesFiles(event)) return;
    event.preventDefault();
    dragging.value = false;
    void show([...(event.dataTransfer?.files ?? [])]);
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
  const Shown = dialog.value?.Component;
  return (
    <div class="picker">
      <span class="picker-label">{words.button}</span>
      <button
        type="button"
        class="picker-button"
        aria-haspopup="dialog"
        aria-label={`${words.button}: ${name}`}
        title={words.buttonTitle}
        onPointerEnter={() => void fetchDialog().catch(() => undefined)}
        onClick={() => void show()}
      >
        <span>{name}</span>
        <Icon name="chevron" />
      </button>
      {Shown && <Shown />}
      {dragging.value && (
        <div class="drop-cover" role="status">
          <p>{words.dropNow}</p>
        </div>
      )}
    </div>
  );
}
