import { useLayoutEffect, useRef } from "preact/hooks";
import { t } from "../../content";
import { putBeside } from "./placement";
import { closeNow, closeSoon, keepOpen, type OwnWords, openTerm, TIP_ID } from "./termTip";
import "../../styles/term-tip.css";

/** The explanation of the term that is open. It lies over the page and moves nothing on it, stays beside its term, and closes on a scroll. */
export function TermTip() {
  const tip = useRef<HTMLDivElement>(null);
  const open = openTerm.value;
  const words: OwnWords | null = open && (typeof open.what === "string" ? t().glossary[open.what] : open.what);

  useLayoutEffect(() => {
    if (open && tip.current) show(tip.current, open.anchor);
  }, [open, words]);

  // At once: a key pressed as soon as it is seen is meant for it.
  useLayoutEffect(() => (open && tip.current ? watchClosing(open.anchor, tip.current) : undefined), [open, words]);

  if (!open || !words) return null;
  return (
    <div
      class="term-tip"
      id={TIP_ID}
      role="tooltip"
      popover="manual"
      ref={tip}
      onPointerEnter={keepOpen}
      onPointerLeave={closeSoon}
    >
      <b>{words.name}</b>
      {words.key && (
        <>
          {" "}
          <code class="knob-key">{words.key}</code>
        </>
      )}
      <p>{words.text}</p>
      {words.way && <Way {...words.way} />}
    </div>
  );
}

/** For pointers: keys have the word itself, which leads there, too, and must not lose the focus to what goes with it. */
function Way({ label, href, go }: NonNullable<OwnWords["way"]>) {
  return (
    <a
      href={href}
      tabIndex={-1}
      onMouseDown={(event) => event.preventDefault()}
      onClick={(event) => {
        if (event.ctrlKey || event.metaKey || event.shiftKey) return;
        event.preventDefault();
        go();
      }}
    >
      {label}
    </a>
  );
}

function show(tip: HTMLElement, anchor: HTMLElement): void {
  // Where popovers are missing, the style sheet alone puts it over the page.
  if ("showPopover" in tip && !tip.matches(":popover-open")) tip.showPopover();
  putBeside(tip, anchor, "start");
}

/** Where the term is in the window. */
function placeOf(anchor: HTMLElement): string {
  const { left, top } = anchor.getBoundingClientRect();
  return `${left} ${top}`;
}

/**
 * Escape, a press elsewhere, a scroll or another window size close it. Escape then does nothing else. A page that is still coming may
 * move the term: the explanation goes with it, so that it never covers what it explains.
 */
function watchClosing(anchor: HTMLElement, tip: HTMLElement): () => void {
  const stop = new AbortController();
  const { signal } = stop;
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== "Escape") return;
    event.preventDefault();
    event.stopPropagation();
    closeNow();
  };
  const onPointerDown = ({ target }: PointerEvent) => {
    const isOfWay = target instanceof Element && tip.contains(target.closest("a"));
    if (target instanceof Node && !anchor.contains(target) && !isOfWay) closeNow();
  };
  let stood = placeOf(anchor);
  const follow = () => {
    const stands = placeOf(anchor);
    if (stands !== stood) putBeside(tip, anchor, "start");
    stood = stands;
    frame = requestAnimationFrame(follow);
  };
  let frame = requestAnimationFrame(follow);
  signal.addEventListener("abort", () => cancelAnimationFrame(frame));
  // What grows above may scroll the page and leave the term where it was.
  const onScroll = () => placeOf(anchor) !== stood && closeNow();
  window.addEventListener("keydown", onKeyDown, { capture: true, signal });
  window.addEventListener("pointerdown", onPointerDown, { capture: true, signal });
  window.addEventListener("scroll", onScroll, { capture: true, passive: true, signal });
  window.addEventListener("resize", closeNow, { signal });
  return () => stop.abort();
}
