// The data button of the header, and the whole page as a place to drop files: logs lead to the data dialog, a model to the question
// whether it is to answer. Both dialogs are fetched when they are needed.
import { signal } from "@preact/signals";
import type { ComponentType } from "preact";
import { useEffect } from "preact/hooks";
import { loadWords, t } from "../../content";
import { say } from "../../state/notices";
import { dataName } from "../common/dataName";
import { Icon } from "../common/Icon";

type Dialogs = typeof import("./dialogs");

const dialogs = signal<{ Components: ComponentType } | null>(null);
const dragging = signal(false);
let fetched: Promise<Dialogs> | null = null;

/** The code of the dialogs and their words. What did not arrive is fetched again the next time. */
function fetchDialogs(): Promise<Dialogs> {
  fetched ??= Promise.all([import("./dialogs"), loadWords(["data"])]).then(
    ([module]) => {
      dialogs.value = { Components: module.Dialogs };
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
  try {
    (await fetchDialogs()).showDialog(files);
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
  const Shown = dialogs.value?.Components;
  return (
    <div class="picker">
      <span class="picker-label">{words.button}</span>
      <button
        type="button"
        class="picker-button"
        aria-haspopup="dialog"
        aria-label={`${words.button}: ${name}`}
        title={words.buttonTitle}
        onPointerEnter={() => void fetchDialogs().catch(() => undefined)}
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
