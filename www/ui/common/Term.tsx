import { useComputed } from "@preact/signals";
import type { ComponentChildren } from "preact";
import { useEffect, useRef } from "preact/hooks";
import type { TermId } from "../../content/terms";
import { closeNow, closeSoon, openNow, openSoon, openTerm, TIP_ID } from "./termTip";

interface Props {
  readonly id: TermId;
  /** The term as it stands in the sentence. */
  readonly children: ComponentChildren;
}

/** A term of the field that explains itself on hover, focus or tap. */
export function Term({ id, children }: Props) {
  const button = useRef<HTMLButtonElement>(null);
  const isOpen = useComputed(() => openTerm.value !== null && openTerm.value.anchor === button.current);
  // A term that leaves the page takes its explanation along.
  useEffect(() => {
    const element = button.current;
    return () => {
      if (openTerm.peek()?.anchor === element) closeNow();
    };
  }, []);
  return (
    <button
      type="button"
      class="term"
      data-term={id}
      ref={button}
      aria-describedby={isOpen.value ? TIP_ID : undefined}
      onPointerEnter={({ currentTarget, pointerType }) => {
        if (pointerType !== "touch") openSoon(id, currentTarget);
      }}
      onPointerLeave={({ pointerType }) => {
        if (pointerType !== "touch") closeSoon();
      }}
      onFocus={({ currentTarget }) => {
        // A press focuses, too; what it does is decided by the click.
        if (currentTarget.matches(":focus-visible")) void openNow(id, currentTarget);
      }}
      onBlur={closeNow}
      onClick={({ currentTarget }) => {
        if (isOpen.peek()) closeNow();
        else void openNow(id, currentTarget);
      }}
    >
      {children}
    </button>
  );
}
