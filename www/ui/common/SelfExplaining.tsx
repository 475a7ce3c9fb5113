import { useComputed } from "@preact/signals";
import type { ComponentChildren } from "preact";
import { useEffect, useRef } from "preact/hooks";
import { closeNow, closeSoon, type Explained, openNow, openSoon, openTerm, TIP_ID } from "./termTip";

interface Props {
  readonly what: Explained;
  readonly id?: string | undefined;
  readonly class?: string;
  readonly "data-term"?: string;
  readonly children: ComponentChildren;
}

/** A word that explains itself on hover, focus or tap. */
export function SelfExplaining({ what, class: extra, children, ...attributes }: Props) {
  const button = useRef<HTMLButtonElement>(null);
  const isOpen = useComputed(() => openTerm.value !== null && openTerm.value.anchor === button.current);
  // A word that leaves the page takes its explanation along.
  useEffect(() => {
    const element = button.current;
    return () => {
      if (openTerm.peek()?.anchor === element) closeNow();
    };
  }, []);
  return (
    <button
      type="button"
      {...attributes}
      class={extra ? `term ${extra}` : "term"}
      ref={button}
      aria-describedby={isOpen.value ? TIP_ID : undefined}
      onPointerEnter={({ currentTarget, pointerType }) => {
        if (pointerType !== "touch") openSoon(what, currentTarget);
      }}
      onPointerLeave={({ pointerType }) => {
        if (pointerType !== "touch") closeSoon();
      }}
      onFocus={({ currentTarget }) => {
        // A press focuses, too; what it does is decided by the click.
        if (currentTarget.matches(":focus-visible")) void openNow(what, currentTarget);
      }}
      onBlur={closeNow}
      onClick={({ currentTarget }) => {
        if (isOpen.peek()) closeNow();
        else void openNow(what, currentTarget);
      }}
    >
      {children}
    </button>
  );
}
