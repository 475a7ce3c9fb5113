import type { ComponentChildren } from "preact";
import { t } from "../../content";
import { IconButton } from "./Button";
import { RawText } from "./RawText";
import "../../styles/notice.css";

interface Props {
  /** Something went wrong: it is read out at once. */
  readonly isBad?: boolean;
  /** For whoever mends it. */
  readonly raw?: string | null;
  /** What the visitor can do about it. */
  readonly buttons?: ComponentChildren;
  /** It can be put away. */
  readonly onClose?: () => void;
  /** What happened, as sentences. */
  readonly children: ComponentChildren;
}

/** What happened, what is kept, what to press. */
export function Notice({ isBad = false, raw = null, buttons, onClose, children }: Props) {
  return (
    <div class={isBad ? "notice notice-bad" : "notice"} role={isBad ? "alert" : "status"}>
      <p>{children}</p>
      {raw && <RawText text={raw} />}
      {buttons && <div class="notice-buttons">{buttons}</div>}
      {onClose && <IconButton icon="close" label={t().common.close} onClick={onClose} />}
    </div>
  );
}
