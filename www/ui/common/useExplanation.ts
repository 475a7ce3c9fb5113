import { useComputed } from "@preact/signals";
import type { TargetedEvent, TargetedPointerEvent } from "preact";
import { useEffect, useRef } from "preact/hooks";
import { closeNow, closeSoon, type Explained, openNow, openSoon, openTerm, TIP_ID } from "./termTip";

/** What makes an element open its explanation where a pointer rests on it or the focus comes to it. */
export function useExplanation<E extends HTMLElement>(what: Explained) {
  const ref = useRef<E>(null);
  const isOpen = useComputed(() => openTerm.value !== null && openTerm.value.anchor === ref.current);
  // A word that leaves the page takes its explanation along.
  useEffect(() => {
    const element = ref.current;
    return () => {
      if (openTerm.peek()?.anchor === element) closeNow();
    };
  }, []);
  const attributes = {
    ref,
    "aria-describedby": isOpen.value ? TIP_ID : undefined,
    onPointerEnter: ({ currentTarget, pointerType }: TargetedPointerEvent<E>) => {
      if (pointerType !== "touch") openSoon(what, currentTarget);
    },
    onPointerLeave: ({ pointerType }: TargetedPointerEvent<E>) => {
      if (pointerType !== "touch") closeSoon();
    },
    onFocus: ({ currentTarget }: TargetedEvent<E>) => {
      // A press focuses, too; what it does is decided by the click.
      if (currentTarget.matches(":focus-visible")) void openNow(what, currentTarget);
    },
    onBlur: closeNow,
  };
  return { isOpen, attributes };
}
