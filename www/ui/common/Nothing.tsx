// In place of a figure that there is none of: why, and what to press.
import type { ComponentChildren } from "preact";
import "../../styles/instead.css";

interface Props {
  /** One sentence, or more. */
  readonly text: ComponentChildren;
  /** It went wrong just now. */
  readonly isAlert?: boolean;
  /** Buttons. */
  readonly children?: ComponentChildren;
}

export function Nothing({ text, isAlert = false, children }: Props) {
  return (
    <div class="instead" role={isAlert ? "alert" : undefined}>
      <p>{text}</p>
      {children && <div class="instead-buttons">{children}</div>}
    </div>
  );
}
