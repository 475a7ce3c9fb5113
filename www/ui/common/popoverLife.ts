// Where an open popover stands, and what in it has the focus first.
import { putBeside } from "./placement";

/** A text field would bring up the keyboard of a phone: there the panel itself has the focus. */
export function focusFirst(panel: HTMLElement): void {
  const fields = matchMedia("(pointer: coarse)").matches ? "" : "input:enabled, ";
  const first = panel.querySelector<HTMLElement>(
    `${fields}input[type="radio"]:checked, button:enabled:not(.term), select, a[href]`,
  );
  (first ?? panel).focus({ preventScroll: true });
}

/** Puts the panel beside its button, and again when the window or what is scrolled under it moves. Returns what stops it. */
export function keepPlaced(panel: HTMLElement, button: HTMLElement, align: "start" | "end"): () => void {
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
