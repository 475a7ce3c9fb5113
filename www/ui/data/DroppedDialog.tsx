// The question about one file that was dropped on the page: which file, and what of those that came with it is not taken.
import type { ComponentChildren } from "preact";
import { Dialog } from "../common/Dialog";
import { bytes as inBytes } from "../common/format";
import type { Left } from "./dropped";
import { NotTaken } from "./NotTaken";

interface Props {
  readonly title: string;
  /** Null: there is none, and nothing is asked. */
  readonly file: { readonly name: string; readonly size: number; readonly left: Left } | null;
  readonly onClose: () => void;
  readonly children: ComponentChildren;
}

export function DroppedDialog({ title, file, onClose, children }: Props) {
  return (
    <Dialog class="model-dialog" title={title} open={file !== null} onClose={onClose}>
      {file && (
        <>
          <p class="data-lede">
            <b>{file.name}</b>, {inBytes(file.size)}
          </p>
          <NotTaken left={file.left} model />
          {children}
        </>
      )}
    </Dialog>
  );
}
