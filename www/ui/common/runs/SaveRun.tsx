// A run under way, or one that was broken off, as a file that goes on anywhere.
import { useState } from "preact/hooks";
import { t } from "../../../content";
import type { KeptRun } from "../../../state/checkpointStore";
import { client } from "../../../state/engine";
import { fileOfRun, nameOfRun } from "../../../state/runFile";
import { WorkerFailure } from "../../../worker/client";
import { Button, IconButton } from "../Button";
import { inWords } from "../failures";
import { saveFile } from "../saveFile";

interface Props {
  /** The run as it was written down; null where it is gone. */
  readonly of: () => Promise<KeptRun | null>;
  /** A drawing alone where room is scarce. */
  readonly look: "icon" | "link";
  readonly onTrouble: (trouble: string | null) => void;
}

export function SaveRun({ of, look, onTrouble }: Props) {
  const words = t().train.saveRun;
  const [isSaving, setSaving] = useState(false);
  const save = async () => {
    setSaving(true);
    onTrouble(null);
    try {
      const kept = await of();
      if (kept) saveFile(nameOfRun(kept), (await fileOfRun(kept)).slice(), "application/octet-stream");
      else onTrouble(words.gone);
    } catch (cause) {
      if (!(cause instanceof WorkerFailure)) throw cause;
      onTrouble(words.failed(inWords(cause)));
    } finally {
      setSaving(false);
    }
  };
  const pressed = { unavailable: isSaving, disabled: !client.value, onClick: () => void save() };
  if (look === "icon") return <IconButton icon="save" label={words.button} {...pressed} />;
  return (
    <Button look={look} title={words.title} {...pressed}>
      {words.button}
    </Button>
  );
}
