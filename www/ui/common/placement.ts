// Where a popover or the explanation of a term stands: under what it belongs to, above it where there is more room, and always inside the
// window.

interface Edges {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

interface Size {
  readonly width: number;
  readonly height: number;
}

export interface Place {
  readonly left: number;
  /** Distance from the top of the window, or from its bottom for what grows upwards. */
  readonly side: "top" | "bottom";
  readonly offset: number;
  /** The most height there is room for; what is higher scrolls inside itself. */
  readonly height: number;
}

const GAP = 4;
/** Between a popover and the edge of the window. */
export const MARGIN = 8;
/** In a lower strip than this nothing can be read: then the popover covers its button. */
const LEAST = 180;

/** `align`: which edge of the button the popover keeps to. */
export function place(button: Edges, popover: Size, window: Size, align: "start" | "end"): Place {
  const wanted = align === "start" ? button.left : button.right - popover.width;
  const left = Math.max(MARGIN, Math.min(wanted, window.width - MARGIN - popover.width));
  const below = window.height - MARGIN - GAP - button.bottom;
  const above = button.top - MARGIN - GAP;
  const isBelow = popover.height <= below || below >= above;
  if (Math.max(below, above) < Math.min(popover.height, LEAST))
    return { left, side: "top", offset: MARGIN, height: window.height - 2 * MARGIN };
  return isBelow
    ? { left, side: "top", offset: button.bottom + GAP, height: below }
    : { left, side: "bottom", offset: window.height - button.top + GAP, height: above };
}

/** Puts a popover that is drawn in its place. */
export function putBeside(popover: HTMLElement, button: HTMLElement, align: "start" | "end"): void {
  const { style } = popover;
  style.maxHeight = "";
  // Without the gutter that is kept free for a scrollbar, whether there is one or not.
  const { width } = document.documentElement.getBoundingClientRect();
  const size = {
    width: popover.offsetWidth,
    height: popover.scrollHeight + popover.offsetHeight - popover.clientHeight,
  };
  const at = place(button.getBoundingClientRect(), size, { width, height: innerHeight }, align);
  style.left = `${at.left}px`;
  style.top = at.side === "top" ? `${at.offset}px` : "auto";
  style.bottom = at.side === "bottom" ? `${at.offset}px` : "auto";
  style.maxHeight = `${at.height}px`;
}
