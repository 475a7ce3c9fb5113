// Panels in the browser's history: every panel that the visitor goes to is an entry, so that Back and Forward go through panels and find
// each where it was scrolled to. So does a reload.
import { batch, effect, untracked } from "@preact/signals";
import { PANELS, type Panel, panelEntry } from "../../panels";
import { current, set } from "../../state/current";
import { lectureDoor, lecturePlace } from "../../state/lecturePlace";
import { focusPanel, inPanel, lastRight, rightPanel, toTop } from "../common/navigation";
import { wide } from "../common/viewport";
import { holdPlace, recallPlaces } from "./places";

/** What an entry of the browser's history holds. */
interface Entry {
  /** Names the entry among the places that are kept. */
  readonly id: string;
  readonly panel: Panel;
  /** What stood at the right of a wide screen; narrow ones show the panel alone. */
  readonly right: Panel;
  readonly view: readonly Panel[];
  /** Where a lecture was. */
  readonly place: string;
}

let entries = 0;

function freshEntry(): Entry {
  entries += 1;
  const [panel, view, right] = [current.panel.peek(), current.view.peek(), lastRight.peek()];
  return { id: `${Math.round(performance.timeOrigin)}.${entries}`, panel, right, view, place: lecturePlace() };
}

const isPanel = (id: unknown): id is Panel => PANELS.some((panel) => panel.id === id);

/** Null: an entry of another page, or of an earlier version of this one. */
function readEntry(state: unknown): Entry | null {
  const { id, panel, right, view, place }: Record<string, unknown> = { ...(typeof state === "object" ? state : null) };
  const isWhole = typeof id === "string" && isPanel(panel) && isPanel(right) && Array.isArray(view);
  return isWhole ? { id, panel, right, view: view.filter(isPanel), place: String(place ?? "") } : null;
}

function isHere({ panel, view, place }: Entry): boolean {
  const isSamePanel = panel === current.panel.peek() && view.join() === current.view.peek().join();
  return isSamePanel && place === lecturePlace();
}

/** Follows panels from now on. `address` is that of the state. Returns what stops it. */
export function followPanels(address: () => string): () => void {
  const places = recallPlaces();
  const before = readEntry(history.state);
  let here = before && isHere(before) ? before : freshEntry();
  lastRight.value = here.right;
  history.scrollRestoration = "manual";
  history.replaceState(here, "");
  // A reload leads back to where the page was.
  const place = places.get(here.id);
  if (place) holdPlace(place);

  const onPop = ({ state }: PopStateEvent) => {
    const entry = readEntry(state);
    if (!entry) return;
    places.keep(here.id, scrollY);
    here = entry;
    if (entry.place === lecturePlace()) {
      batch(() => {
        lastRight.value = entry.right;
        set({ panel: entry.panel, view: entry.view });
      });
      // What was chosen since stays chosen, so the entry's address is of the past.
      history.replaceState(entry, "", address());
    } else lectureDoor.go(entry.place);
    holdPlace(places.get(entry.id) ?? 0);
    // The panel that had the focus is gone.
    requestAnimationFrame(() => document.activeElement === document.body && focusPanel(inPanel.peek()));
  };

  const unfollow = effect(() => {
    const panel = current.panel.value;
    current.view.value;
    current.step.value;
    current.click.value;
    if (panelEntry(panel).side === "right") lastRight.value = panel;
    if (isHere(here)) return;
    places.keep(here.id, scrollY);
    here = freshEntry();
    // In another page's frame, Back is that page's: it leads through its slides, not through ours.
    history[parent === window ? "pushState" : "replaceState"](here, "", address());
    // After the page has swapped panels.
    requestAnimationFrame(() => toTop(panel));
  });

  let wasWide = wide.peek();
  // A window that is made narrow goes on with the panel at its right, in the same entry.
  const unfollowWidth = effect(() => {
    const narrowed = wasWide && !wide.value;
    // The panel is drawn anew, in parts: the place would be lost while the page is short.
    if (wasWide !== wide.value && scrollY > 0) holdPlace(scrollY);
    wasWide = wide.value;
    const right = untracked(() => rightPanel.value);
    if (!narrowed || right === null || current.panel.peek() === right) return;
    here = { ...here, panel: right, right };
    set({ panel: right });
    history.replaceState(here, "", address());
  });

  const onLeave = () => places.store(here.id, scrollY);
  addEventListener("popstate", onPop);
  addEventListener("pagehide", onLeave);
  return () => {
    removeEventListener("popstate", onPop);
    removeEventListener("pagehide", onLeave);
    unfollow();
    unfollowWidth();
  };
}
