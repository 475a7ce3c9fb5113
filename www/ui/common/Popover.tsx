import { useSignal } from "@preact/signals";
import type { ComponentChildren } from "preact";
import { useId, useLayoutEffect, useRef } from "preact/hooks";
import { putBeside } from "./placement";

interface Props {
  /** What the opening button shows. */
  readonly trigger: ComponentChildren;
  readonly triggerClass?: string;
  /** Read out for the button when its content alone says too little. */
  readonly triggerLabel?: string;
  /** Shown on hover. */
  readonly triggerTitle?: string;
  /** Names the panel that opens. */
  readonly label: string;
  readonly align?: "start" | "end";
  readonly children: (close: () => void) => ComponentChildren;
}

/**
 * A button and the panel it opens. It is the browser's own popover: Escape and a press outside close it, and it lies above everything.
 * Focus goes into it and comes back to the button, and the page behind does not move.
 */
export function Popover(props: Props) {
  const { trigger, triggerClass = "", triggerLabel, triggerTitle, label, align = "start", children } = props;
  const isOpen = useSignal(false);
  const button = useRef<HTMLButtonElement>(null);
  const panel = useRef<HTMLDivElement>(null);
  const id = useId();

  // Before it is painted: nobody sees it anywhere else.
  useLayoutEffect(() => {
    const [element, opener] = [panel.current, button.current];
    if (!isOpen.value || !element || !opener) return;
    return keepPlaced(element, opener, align);
  }, [isOpen.value, align]);

  return (
    <>
      <button
        type="button"
        class={triggerClass}
        ref={button}
        popovertarget={id}
        aria-haspopup="dialog"
        aria-expanded={isOpen.value}
        title={triggerTitle}
        {...(triggerLabel ? { "aria-label": triggerLabel } : {})}
      >
        {trigger}
      </button>
      <div
        class="popover"
        id={id}
        popover="auto"
        role="dialog"
        aria-label={label}
        tabIndex={-1}
        ref={panel}
        onBeforeToggle={({ newState }) => {
          if (newState !== "open") return;
          isOpen.value = true;
          // After the content is drawn, before anything is painted.
          requestAnimationFrame(() => panel.current && focusFirst(panel.current));
        }}
        onToggle={({ newState }) => {
          if (newState !== "closed") return;
          const focus = document.activeElement;
          if (focus === document.body || panel.current?.contains(focus)) button.current?.focus({ preventScroll: true });
          isOpen.value = false;
        }}
        onFocusOut={({ relatedTarget: next }) => {
          const isElsewhere = next instanceof Node && !panel.current?.contains(next) && next !== button.current;
          if (isElsewhere) panel.current?.hidePopover();
        }}
      >
        {isOpen.value && children(() => panel.current?.hidePopover())}
      </div>
    </>
  );
}

/** A text field would bring up the keyboard of a phone: there the panel itself has the focus. */
function focusFirst(panel: HTMLElement): void {
  const fields = matchMedia("(pointer: coarse)").matches ? "" : "input:enabled, ";
  const first = panel.querySelector<HTMLElement>(
    `${fields}input[type="radio"]:checked, button:enabled:not(.term), select, a[href]`,
  );
  (first ?? panel).focus({ preventScroll: true });
}

/** Puts the panel beside its button, and again when the window or what is scrolled under it moves. Returns what stops it. */
function keepPlaced(panel: HTMLElement, button: HTMLElement, align: "start" | "end"): () => void {
  const put = () => putBeside(panel, button, align);
  put();
  // What arrives later may need more room; what is ticked inside must not make the panel jump.
  let { offsetWidth } = panel;
  let isEmpty = panel.childElementCount === 0;
  const watch = new ResizeObserver(() => {
    // Content that was fetched when the panel opened.
    if (document.activeElement === panel) focusFirst(panel);
    if (panel.offsetWidth === offsetWidth && !isEmpty) return;
    ({ offsetWidth } = panel);
    isEmpty = panel.childElementCount === 0;
    put();
  });
  watch.observe(panel);
  const onScroll = ({ target }: Event) => {
    if (target instanceof Node && !panel.contains(target)) put();
  };
  addEventListener("resize", put);
  addEventListener("scroll", onScroll, { capture: true, passive: true });
  return () => {
    watch.disconnect();
    removeEventListener("resize", put);
    removeEventListener("scroll", onScroll, { capture: true });
  };
}
