// Which panels are on screen, and going from one to another. Wide screens show one panel beside the session, narrow screens one of all.
// That each is an entry of the browser's history is the business of panelHistory.ts.
import { computed, signal } from "@preact/signals";
import { FIRST_RIGHT, PANELS, type Panel, type PanelEntry, panelEntry, panelsLeft } from "../../panels";
import { current, set } from "../../state/current";
import { wide } from "./viewport";

/** The panel at the right of wide screens: the last one of the right side that was gone to. */
export const lastRight = signal<Panel>(FIRST_RIGHT);

/** What the address names behind its #: a place in the article below the panels; empty: none. */
export const hash = signal("");

/** What the browser's address names there; a lecture that came in its link is no place of the article. */
export const placeInAddress = () => (location.hash.includes("=") ? "" : location.hash);

/** Panels that the bar and the tabs lead to; all of them where what is left out would leave none. */
export const listedPanels = computed<readonly PanelEntry[]>(() => {
  const embed = current.embed.value;
  if (embed !== null) return [panelEntry(embed)];
  const left = panelsLeft(current.view.value, current.hide.value);
  return left.length > 0 ? left : PANELS;
});
/** False for a panel that is left out: what leads there and does nothing else is left out, too. */
export const canGoTo = (panel: Panel): boolean => listedPanels.value.some(({ id }) => id === panel);
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

/** Shows a panel from its top. What stands beside every panel is only brought into view. */
export function goTo(panel: Panel): void {
  if (!canGoTo(panel)) return;
  if (wide.peek() && panelEntry(panel).side === "left") {
    document.getElementById(panel)?.scrollIntoView({ block: "nearest" });
    focusPanel(panel);
  } else if (inPanel.peek() === panel) toTop(panel);
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

export function toTop(panel: Panel): void {
  scrollTo(0, 0);
  focusPanel(panel);
}

/** In a frame that is not being used, the focus is the other page's, and its keys with it. */
export function focusPanel(panel: Panel): void {
  if (document.hasFocus()) document.getElementById(panel)?.focus({ preventScroll: true });
}
