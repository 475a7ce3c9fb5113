// A model file that was dropped on the page: what it is, and whether it is to answer in place of the one that does.
import { signal } from "@preact/signals";
import { t } from "../../content";
import type { ModelSummary } from "../../engine.ts";
import { client } from "../../state/engine";
import { openModelFile } from "../../state/modelFile";
import { fitOf } from "../../state/modelFit";
import { model, source } from "../../state/opened";
import { lookAtModel } from "../../state/shelveRun";
import { until } from "../../state/until";
import { WorkerFailure } from "../../worker/client";
import { announce } from "../common/Announcer";
import { Button } from "../common/Button";
import { dataName } from "../common/dataName";
import { inWords, rawText } from "../common/failures";
import { ModelFacts } from "../common/ModelFacts";
import { modelName } from "../common/modelName";
import { Notice } from "../common/Notice";
import { titled } from "../common/titled";
import { DroppedDialog } from "./DroppedDialog";
import type { Left } from "./dropped";
import { readBytes } from "./readBytes";

interface Dropped {
  readonly name: string;
  readonly size: number;
  /** What came with it and is not taken. */
  readonly left: Left;
  readonly found:
    | { readonly kind: "reading" }
    | { readonly kind: "unreadable" }
    | { readonly kind: "refused"; readonly failure: WorkerFailure }
    | { readonly kind: "model"; readonly summary: ModelSummary; readonly bytes: Uint8Array };
}

const dropped = signal<Dropped | null>(null);

/** Looks at the file, and asks. */
export async function showModel(file: File, left: Left): Promise<void> {
  const { name, size } = file;
  const mine: Dropped = { name, size, left, found: { kind: "reading" } };
  // Another file may come, of the same name perhaps, before this one is read.
  const settle = (found: Dropped["found"]) => {
    if (dropped.peek() === mine) dropped.value = { ...mine, found };
  };
  dropped.value = mine;
  // A file may be dropped before the engine has arrived.
  await until(() => client.value !== null);
  const bytes = await readBytes(file);
  if (!bytes) return settle({ kind: "unreadable" });
  try {
    settle({ kind: "model", summary: await lookAtModel(bytes), bytes });
  } catch (cause) {
    if (!(cause instanceof WorkerFailure)) throw cause;
    settle({ kind: "refused", failure: cause });
  }
}

export function closeModel(): void {
  dropped.value = null;
}

async function use(name: string, bytes: Uint8Array): Promise<void> {
  closeModel();
  const answers = await openModelFile(name, bytes);
  if (answers) announce(t().models.chosen(modelName(answers)));
}

export function ModelDialog() {
  const now = dropped.value;
  return (
    <DroppedDialog title={t().data.model.title} file={now} onClose={closeModel}>
      {now && <Found dropped={now} />}
    </DroppedDialog>
  );
}

/** What its file leaves open of the data it was trained on. */
function Fits({ summary }: { summary: ModelSummary }) {
  const words = t().data.model;
  const { trained } = summary;
  if (fitOf(summary) === "unknown") {
    return (
      <Notice isBad>{trained ? words.otherName(titled(trained.data), dataName()) : words.noName(dataName())}</Notice>
    );
  }
  return source.value?.kind === "synthetic" ? <p class="note">{words.sameShop}</p> : null;
}

function Found({ dropped: { name, found } }: { dropped: Dropped }) {
  const words = t().data;
  if (found.kind === "reading") return <p role="status">{client.value ? words.model.reading : words.notReady}</p>;
  if (found.kind !== "model") {
    const failure = found.kind === "refused" ? found.failure : null;
    return (
      <Notice
        isBad
        raw={failure && rawText(failure)}
        buttons={<Button onClick={closeModel}>{t().common.close}</Button>}
      >
        {failure ? t().models.fileRefused(name, inWords(failure)) : words.model.unreadable(name)}
      </Notice>
    );
  }
  const { summary, bytes } = found;
  return (
    <>
      <h3>{modelName(summary)}</h3>
      <ModelFacts summary={summary} />
      <Fits summary={summary} />
      <p class="note">{model.value ? words.model.instead(modelName(model.value)) : words.model.first}</p>
      <div class="notice-buttons">
        <Button look="solid" onClick={() => void use(name, bytes)}>
          {words.model.use}
        </Button>
        <Button onClick={closeModel}>{words.model.leave}</Button>
      </div>
    </>
  );
}
