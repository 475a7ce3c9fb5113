// Going from panel to panel. Each is an entry of the browser's history, so that Back and Forward go through panels and find each where
// it was scrolled to. Wide screens show one panel beside the session, narrow screens one of all.
import { computed, effect, signal } from "@preact/signals";
import { FIRST_RIGHT, PANELS, type Panel, type PanelEntry, panelEntry } from "../../panels";
import { current, set } from "../../state/current";
import { wide } from "./viewport";

/** What an entry of the browser's history holds. */
interface Entry {
  readonly panel: Panel;
  /** The one beside the session, where the panel itself stands at the left. */
  readonly right: Panel;
  readonly scroll: number;
}

/** The panel at the right of wide screens: the last one of the right side that was gone to. */
const lastRight = signal<Panel>(FIRST_RIGHT);

function isListed({ id }: PanelEntry): boolean {
  const [view, hide, embed] = [current.view.value, current.hide.value, current.embed.value];
  if (embed !== null) return id === embed;
  return (view.length === 0 || view.includes(id)) && !hide.includes(id);
}

/** Panels that the bar and the tabs lead to. */
export const listedPanels = computed<readonly PanelEntry[]>(() => PANELS.filter(isListed));
export const leftPanels = computed(() => listedPanels.value.filter(({ side }) => side === "left"));
export const rightPanels = computed(() => listedPanels.value.filter(({ side }) => side === "right"));

/** The one panel at the right of wide screens; null where a link shows the session alone. */
export const rightPanel = computed<Panel | null>(() => {
  const listed = rightPanels.value;
  const wanted = listed.find(({ id }) => id === current.panel.value) ?? listed.find(({ id }) => id === lastRight.value);
  return (wanted ?? listed[0])?.id ?? null;
});

/** The one panel of narrow screens. */
export const onlyPanel = computed<Panel>(() => {
  const wanted = current.panel.value;
  const listed = listedPanels.value;
  return listed.some(({ id }) => id === wanted) ? wanted : (listed[0]?.id ?? wanted);
});

/** Panels on screen, in reading order. */
export const shownPanels = computed<readonly PanelEntry[]>(() => {
  if (!wide.value) return [panelEntry(onlyPanel.value)];
  const right = rightPanel.value;
  return [...leftPanels.value, ...(right ? [panelEntry(right)] : [])];
});

/** The panel that is being read: what the bar marks. */
export const inPanel = computed<Panel>(() =>
  wide.value ? (rightPanel.value ?? current.panel.value) : onlyPanel.value,
);

/** Shows a panel from its top. What stands beside every panel is only given the focus. */
export function goTo(panel: Panel): void {
  const isBeside = wide.peek() && panelEntry(panel).side === "left";
  if (isBeside || inPanel.peek() === panel) toTop(panel);
  else set({ panel });
}

/** What makes an anchor lead to a panel. Presses that open a new tab are left to the browser. */
export function panelLink(panel: Panel) {
  return {
    href: `?panel=${panel}`,
    onClick: (event: MouseEvent) => {
      if (event.ctrlKey || event.metaKey || event.shiftKey) return;
      event.preventDefault();
      goTo(panel);
    },
  };
}

function toTop(panel: Panel): void {
  scrollTo(0, 0);
  focusPanel(panel);
}

function focusPanel(panel: Panel): void {
  document.getElementById(panel)?.focus({ preventScroll: true });
}

function panelOf(id: unknown): Panel | null {
  return PANELS.find((panel) => panel.id === id)?.id ?? null;
}

function entryOf(state: unknown): Entry | null {
  if (typeof state !== "object" || state === null) return null;
  const { panel, right, scroll }: Partial<Record<keyof Entry, unknown>> = state;
  const [known, beside] = [panelOf(panel), panelOf(right)];
  return known && beside && typeof scroll === "number" ? { panel: known, right: beside, scroll } : null;
}

/** Writes the place into the entry on top, for a Back that leads to it. */
function keepPlace(fallback: Entry): void {
  history.replaceState({ ...(entryOf(history.state) ?? fallback), scroll: scrollY } satisfies Entry, "");
}

/** Frames in which a panel that is still being fetched may grow to the height it had. */
const PATIENCE = 90;

function scrollBack(to: number, frames = PATIENCE): void {
  requestAnimationFrame(() => {
    scrollTo(0, to);
    if (scrollY < to - 1 && frames > 0) scrollBack(to, frames - 1);
  });
}

/**
 * Follows the panel: every change that the visitor makes is an entry of the history. `address` is that of the state. Returns what stops
 * it.
 */
export function followPanels(address: () => string): () => void {
  let here = current.panel.peek();
  if (panelEntry(here).side === "right") lastRight.value = here;
  history.scrollRestoration = "manual";
  const entry = (panel: Panel): Entry => ({ panel, right: lastRight.peek(), scroll: 0 });
  history.replaceState(entryOf(history.state) ?? entry(here), "");
  // A reload leads back to where the page was.
  const before = entryOf(history.state);
  if (before?.panel === here && before.scroll > 0) scrollBack(before.scroll);
  /** Where the entry that was gone back to was scrolled to. */
  let returning: Entry | null = null;
  const onPop = ({ state }: PopStateEvent) => {
    returning = entryOf(state);
    if (!returning) return;
    lastRight.value = returning.right;
    if (returning.panel === here) scrollBack(returning.scroll);
    else set({ panel: returning.panel });
    returning = null;
  };
  const unfollow = effect(() => {
    const panel = current.panel.value;
    const before = here;
    here = panel;
    if (panel === before) return;
    const left = entry(before);
    if (panelEntry(panel).side === "right") lastRight.value = panel;
    if (returning) scrollBack(returning.scroll);
    else {
      keepPlace(left);
      history.pushState(entry(panel), "", address());
      // After the page has swapped panels.
      requestAnimationFrame(() => toTop(panel));
    }
  });
  let settled = 0;
  const onScroll = () => {
    clearTimeout(settled);
    settled = window.setTimeout(() => keepPlace(entry(here)), 200);
  };
  addEventListener("popstate", onPop);
  addEventListener("scroll", onScroll, { passive: true });
  return () => {
    removeEventListener("popstate", onPop);
    removeEventListener("scroll", onScroll);
    unfollow();
  };
}
