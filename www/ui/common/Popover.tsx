import { useSignal } from "@preact/signals";
import type { ComponentChildren } from "preact";
import { useEffect, useId, useLayoutEffect, useRef } from "preact/hooks";
import { isDue } from "./isDue";
import { whenNeeded } from "./lazy";

/** Nothing opens before the first answer; what opens sooner waits for it, unseen. */
const life = whenNeeded(() => import("./popoverLife"));
const fetchLife = () => life.fetch().catch(() => null);

interface Props {
  /** What the opening button shows. */
  readonly trigger: ComponentChildren;
  readonly triggerClass?: string;
  /** Read out for the button when its content alone says too little. */
  readonly triggerLabel?: string;
  /** Shown on hover. */
  readonly triggerTitle?: string;
  /** What pages around this one, and tests, find the button by. */
  readonly triggerMark?: Readonly<Record<`data-${string}`, string>>;
  /** Names the panel that opens. */
  readonly label: string;
  readonly align?: "start" | "end";
  /** What it opens saves a figure. */
  readonly saves?: boolean;
  readonly children: (close: () => void) => ComponentChildren;
}

/**
 * A button and the panel it opens. It is the browser's own popover: Escape and a press outside close it, and it lies above everything.
 * Focus goes into it and comes back to the button, and the page behind does not move.
 */
export function Popover(props: Props) {
  const { trigger, triggerClass = "", triggerLabel, triggerTitle, label, align = "start", saves, children } = props;
  const isOpen = useSignal(false);
  const button = useRef<HTMLButtonElement>(null);
  const panel = useRef<HTMLDivElement>(null);
  const id = useId();

  const [due, here] = [isDue.value, life.here.value];
  useEffect(() => {
    if (due) void fetchLife();
  }, [due]);

  // Before it is painted: nobody sees it anywhere else.
  useLayoutEffect(() => {
    const [element, opener] = [panel.current, button.current];
    if (!isOpen.value || !element || !opener || !here) return;
    return here.keepPlaced(element, opener, align);
  }, [isOpen.value, align, here]);

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
        data-save={saves}
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
        style={here || life.failed.value ? {} : { visibility: "hidden" }}
        onBeforeToggle={({ newState }) => {
          if (newState !== "open") return;
          isOpen.value = true;
          // After the content is drawn, before anything is painted.
          void fetchLife().then((come) =>
            requestAnimationFrame(() => panel.current && come?.focusFirst(panel.current)),
          );
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
