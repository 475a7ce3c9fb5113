import type { ComponentChildren } from "preact";
import { closeNow, type Explained, openNow } from "./termTip";
import { useExplanation } from "./useExplanation";

interface Props {
  readonly what: Explained;
  readonly id?: string | undefined;
  readonly class?: string;
  readonly "data-term"?: string;
  readonly children: ComponentChildren;
}

/** A word that explains itself on hover, focus or tap. */
export function SelfExplaining({ what, class: extra, children, ...rest }: Props) {
  const { isOpen, attributes } = useExplanation<HTMLButtonElement>(what);
  return (
    <button
      type="button"
      {...rest}
      class={extra ? `term ${extra}` : "term"}
      {...attributes}
      onClick={({ currentTarget }) => {
        if (isOpen.peek()) closeNow();
        else void openNow(what, currentTarget);
      }}
    >
      {children}
    </button>
  );
}
