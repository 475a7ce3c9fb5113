// Going to a panel: beside the session it is scrolled to, on narrow screens it replaces the one on screen.
import { signal } from "@preact/signals";
import { dispatch, experiment, set } from "../../state/current";
import type { Panel } from "../../state/experiment";
import { wide } from "../common/viewport";

/** Panels at the right of the session on wide screens. */
export const RIGHT_PANELS = ["why", "train", "compare", "paper"] as const;
export type RightPanel = (typeof RIGHT_PANELS)[number];

/** The right panel the visitor is reading, from the scroll position. */
export const reading = signal<RightPanel>("why");

function isRight(panel: Panel): panel is RightPanel {
  return RIGHT_PANELS.some((right) => right === panel);
}

function scrollToPanel(panel: Panel): void {
  if (!wide.value || panel === "why") scrollTo(0, 0);
  else if (isRight(panel)) document.getElementById(panel)?.scrollIntoView();
  if (isRight(panel)) reading.value = panel;
}

function show(panel: Panel): void {
  scrollToPanel(panel);
  document.getElementById(panel)?.focus({ preventScroll: true });
}

export function goTo(panel: Panel): void {
  if (experiment.value.panel !== panel) set({ panel });
  else show(panel);
}

/** What makes an anchor lead to a panel. Presses that open a new tab are left to the browser. */
export function panelLink(panel: Panel) {
  return {
    href: `#${panel}`,
    onClick: (event: MouseEvent) => {
      if (event.ctrlKey || event.metaKey || event.shiftKey) return;
      event.preventDefault();
      goTo(panel);
    },
  };
}

/** Follows panels that other parts of the page ask for, from the one a link asks for on. */
export function watchPanel(): () => void {
  let last = experiment.value.panel;
  if (last !== "session") requestAnimationFrame(() => scrollToPanel(last));
  return experiment.subscribe(({ panel }) => {
    if (panel === last) return;
    last = panel;
    // After the page has swapped panels, so that there is something to scroll to.
    requestAnimationFrame(() => show(panel));
  });
}

/** Follows the reader down the right column. */
export function watchScroll(root: HTMLElement): () => void {
  const observer = new IntersectionObserver(
    (entries) => {
      for (const { isIntersecting, target } of entries) {
        const panel = RIGHT_PANELS.find((right) => right === target.id);
        if (isIntersecting && panel && wide.value) reading.value = panel;
      }
    },
    { rootMargin: "-20% 0px -70% 0px" },
  );
  for (const panel of RIGHT_PANELS) {
    const section = root.querySelector(`#${panel}`);
    if (section) observer.observe(section);
  }
  return () => observer.disconnect();
}
