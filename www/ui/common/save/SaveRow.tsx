import { t } from "../../../content";
import { IconButton } from "../Button";
import { Icon } from "../Icon";
import type { FileKind } from "./figureFiles";

interface Props {
  readonly kind: FileKind;
  readonly note: string;
  readonly size: string;
  readonly onSave: () => void;
  readonly onCopy: () => void;
}

/** A kind of file: the row saves it, the drawing at its end puts it on the clipboard. */
export function SaveRow({ kind, note, size, onSave, onCopy }: Props) {
  const name = kind.toUpperCase();
  return (
    <div class="save-row">
      <button
        type="button"
        class="save-file"
        data-save-as={kind}
        onClick={onSave}
        onKeyDown={(event) => {
          if (moveFocus(event.currentTarget, event.key)) event.preventDefault();
        }}
      >
        <Icon name={kind === "svg" || kind === "png" ? "save" : "table"} />
        <b>{name}</b>
        <span>{note}</span>
        <span class="save-size">{size}</span>
      </button>
      <IconButton icon="copy" label={t().save.copy(name)} data-copy-as={kind} onClick={onCopy} />
    </div>
  );
}

/** Up and down through the files. True where the key was one of these. */
function moveFocus(file: HTMLElement, key: string): boolean {
  const step = key === "ArrowDown" ? 1 : key === "ArrowUp" ? -1 : 0;
  const files = [...(file.closest(".save-menu")?.querySelectorAll<HTMLElement>(".save-file") ?? [])];
  if (step === 0) return false;
  files[(files.indexOf(file) + step + files.length) % files.length]?.focus();
  return true;
}
