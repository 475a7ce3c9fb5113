import type { ComponentChildren } from "preact";
import { useEffect, useId, useLayoutEffect, useRef, useState } from "preact/hooks";

interface Props {
  /** What the opening button shows. */
  readonly trigger: ComponentChildren;
  readonly triggerClass?: string;
  /** Read out for the button when its content alone says too little. */
  readonly triggerLabel?: string;
  /** Names the panel that opens. */
  readonly label: string;
  readonly align?: "start" | "end";
  readonly children: (close: () => void) => ComponentChildren;
}

/**
 * A button and the panel it opens. Escape and a press outside close it, focus goes into it and comes back to the button.
 * The panel is moved sideways when it would leave the window.
 */
export function Popover({ trigger, triggerClass = "", triggerLabel, label, align = "start", children }: Props) {
  const [open, setOpen] = useState(false);
  const [shift, setShift] = useState(0);
  const root = useRef<HTMLDivElement>(null);
  const button = useRef<HTMLButtonElement>(null);
  const panel = useRef<HTMLDivElement>(null);
  const id = useId();
  const close = () => {
    setOpen(false);
    setShift(0);
    button.current?.focus();
  };

  useLayoutEffect(() => {
    const element = panel.current;
    if (!open || !element) return;
    const box = element.getBoundingClientRect();
    const margin = 8;
    const room = document.documentElement.clientWidth - margin;
    setShift(box.right > room ? room - box.right : box.left < margin ? margin - box.left : 0);
    const first = element.querySelector<HTMLElement>("[data-autofocus], input, button:not(.term), select, a[href]");
    (first ?? element).focus();
  }, [open]);

  useEffect(() => {
    if (!open) return;
    const onPointerDown = (event: PointerEvent) => {
      if (event.target instanceof Node && !root.current?.contains(event.target)) {
        setOpen(false);
        setShift(0);
      }
    };
    document.addEventListener("pointerdown", onPointerDown);
    return () => document.removeEventListener("pointerdown", onPointerDown);
  }, [open]);

  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: listens to what happens inside; nothing here to press
    <div
      class="popover-root"
      ref={root}
      onKeyDown={(event) => {
        if (event.key !== "Escape" || !open) return;
        event.stopPropagation();
        close();
      }}
      onFocusOut={(event) => {
        const next = event.relatedTarget;
        if (open && next instanceof Node && !root.current?.contains(next)) setOpen(false);
      }}
    >
      <button
        type="button"
        class={triggerClass}
        ref={button}
        aria-haspopup="dialog"
        aria-expanded={open}
        aria-controls={open ? id : undefined}
        {...(triggerLabel ? { "aria-label": triggerLabel } : {})}
        onClick={() => setOpen(!open)}
      >
        {trigger}
      </button>
      {open && (
        <div
          class={`popover popover-${align}`}
          id={id}
          role="dialog"
          aria-label={label}
          tabIndex={-1}
          ref={panel}
          style={shift === 0 ? undefined : `translate: ${shift}px`}
        >
          {children(close)}
        </div>
      )}
    </div>
  );
}
