// A model under the released code's names: its file, and the few lines with which PyTorch reads it.
import { signal } from "@preact/signals";
import { t } from "../../content";
import code from "../../content/pytorch.py?raw";
import type { ModelSummary } from "../../engine.ts";
import { Button } from "../common/Button";
import { CopyButton } from "../common/CopyButton";
import { Dialog } from "../common/Dialog";
import { bytes as inBytes } from "../common/format";
import { modelName } from "../common/modelName";
import { saveFile } from "../common/saveFile";
import { RELEASED } from "./released";
import "../../styles/pytorch.css";

interface Made {
  readonly summary: ModelSummary;
  readonly bytes: Uint8Array;
}

const shown = signal<Made | null>(null);

export function showForPyTorch(made: Made): void {
  shown.value = made;
}

export function closeForPyTorch(): void {
  shown.value = null;
}

/** The functions, and their use. */
function codeFor(file: string): string {
  return `${code}\nstate = load("${file}")\ntables = fill(model, state)\n`;
}

export function PyTorchDialog() {
  const now = shown.value;
  return (
    <Dialog class="pytorch-dialog" title={t().models.pytorch.title} open={now !== null} onClose={closeForPyTorch}>
      {now && <Content made={now} />}
    </Dialog>
  );
}

function Content({ made: { summary, bytes } }: { made: Made }) {
  const words = t().models.pytorch;
  const file = `${summary.system.id}.pytorch.safetensors`;
  const text = codeFor(file);
  return (
    <>
      <p class="data-lede">{words.lede(modelName(summary), RELEASED[summary.config.kind] ?? "")}</p>
      <p>
        <Button look="solid" icon="save" onClick={() => saveFile(file, bytes.slice(), "application/octet-stream")}>
          {words.save(inBytes(bytes.length))}
        </Button>
      </p>
      <h3>{words.how}</h3>
      <p class="note">{words.note}</p>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard */}
      <section class="pytorch-code" aria-label={words.how} tabIndex={0} lang="en">
        <pre>{text}</pre>
      </section>
      <CopyButton icon="copy" label={words.copy} text={() => text} copied={words.copied} failed={words.failed} />
    </>
  );
}
