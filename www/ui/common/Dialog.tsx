import type { ComponentChildren } from "preact";
import { useId, useLayoutEffect, useRef } from "preact/hooks";
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
  /** Where the press began: one that selects text may end beside the dialog. */
  const pressed = useRef<EventTarget | null>(null);
  // At once: what the close event finds is what is asked for.
  useLayoutEffect(() => {
    if (open) ref.current?.showModal();
    else ref.current?.close();
  }, [open]);
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: a press beside the dialog closes it; Escape does the same for keys
    <dialog
      ref={ref}
      class={extra ? `dialog ${extra}` : "dialog"}
      aria-labelledby={id}
      // It comes late: by then it may be open again, for something else.
      onClose={() => ref.current?.open || onClose()}
      onPointerDown={({ target }) => {
        pressed.current = target;
      }}
      onClick={({ target, currentTarget }) =>
        target === currentTarget && pressed.current === currentTarget && onClose()
      }
    >
      {open && (
        <div class="dialog-body">
          <div class="dialog-head">
            <h2 id={id}>{title}</h2>
            <IconButton icon="close" label={t().common.close} onClick={onClose} />
          </div>
          {children}
        </div>
      )}
    </dialog>
  );
}
