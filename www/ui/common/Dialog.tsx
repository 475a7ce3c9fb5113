import type { ComponentChildren } from "preact";
import { useEffect, useId, useRef } from "preact/hooks";
import { t } from "../../content";
import { IconButton } from "./Button";
import "../../styles/dialog.css";

interface Props {
  readonly title: string;
  readonly class?: string;
  readonly open: boolean;
  /** However it was closed: by its button, by Escape, by a press beside it, or by `open`. */
  readonly onClose: () => void;
  readonly children: ComponentChildren;
}

/** A dialog over the page, with its heading. The browser gives the focus back to what opened it. */
export function Dialog({ title, class: extra, open, onClose, children }: Props) {
  const ref = useRef<HTMLDialogElement>(null);
  const id = useId();
  const close = () => ref.current?.close();
  useEffect(() => {
    if (open) ref.current?.showModal();
    else close();
  }, [open]);
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: a press beside the dialog closes it; Escape does the same for keys
    <dialog
      ref={ref}
      class={extra ? `dialog ${extra}` : "dialog"}
      aria-labelledby={id}
      onClose={onClose}
      onClick={(event) => event.target === event.currentTarget && close()}
    >
      {open && (
        <div class="dialog-body">
          <div class="dialog-head">
            <h2 id={id}>{title}</h2>
            <IconButton icon="close" label={t().common.close} onClick={close} />
          </div>
          {children}
        </div>
      )}
    </dialog>
  );
}
