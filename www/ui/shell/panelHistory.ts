// Panels in the browser's history: every panel that the visitor goes to is an entry, so that Back and Forward go through panels and find
// each where it was scrolled to. So does a reload.
import { batch, effect, untracked } from "@preact/signals";
import { PANELS, type Panel, panelEntry } from "../../panels";
import { current, set } from "../../state/current";
import { lectureDoor, lecturePlace } from "../../state/lecturePlace";
import { holdPlace } from "../common/holdPlace";
import { focusPanel, hash, inPanel, lastRight, placeInAddress, rightPanel, toTop } from "../common/navigation";
import { wide } from "../common/viewport";
import { recallPlaces } from "./places";

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
  const entry: Record<string, unknown> = { ...(typeof state === "object" ? state : null) };
  const { id, panel, right, view, place } = entry;
  const isWhole = typeof id === "string" && isPanel(panel) && isPanel(right) && Array.isArray(view);
  // With what the article keeps there.
  return isWhole ? { ...entry, id, panel, right, view: view.filter(isPanel), place: String(place ?? "") } : null;
}

function isHere({ panel, view, place }: Entry): boolean {
  const isSamePanel = panel === current.panel.peek() && view.join() === current.view.peek().join();
  // A lecture has no article below it.
  return isSamePanel && place === lecturePlace() && (place !== "" || placeInAddress() === hash.peek());
}

/** Follows panels from now on. `address` is that of the state. Returns what stops it. */
export function followPanels(address: () => string): () => void {
  const places = recallPlaces();
  hash.value = placeInAddress();
  const before = readEntry(history.state);
  let here = before && isHere(before) ? before : freshEntry();
  lastRight.value = here.right;
  history.scrollRestoration = "manual";
  history.replaceState(here, "");
  // The article, which stands below whatever panel, finds its places itself (ui/article).
  const goBack = ({ id }: Entry) => hash.peek() === "" && holdPlace(() => places.get(id) ?? 0);
  // A reload leads back to where the page was.
  if (places.get(here.id)) goBack(here);

  const onPop = ({ state }: PopStateEvent) => {
    const entry = readEntry(state);
    if (!entry) return;
    places.keep(here.id, scrollY);
    here = entry;
    batch(() => {
      if (entry.place === "") hash.value = placeInAddress();
      if (entry.place !== lecturePlace()) return lectureDoor.go(entry.place);
      lastRight.value = entry.right;
      set({ panel: entry.panel, view: entry.view });
      // What was chosen since stays chosen, so the entry's address is of the past.
      history.replaceState(entry, "", address());
    });
    goBack(entry);
    // The panel that had the focus is gone.
    requestAnimationFrame(() => document.activeElement === document.body && focusPanel(inPanel.peek()));
  };

  const unfollow = effect(() => {
    const panel = current.panel.value;
    current.view.value;
    current.step.value;
    current.click.value;
    hash.value;
    if (panelEntry(panel).side === "right") lastRight.value = panel;
    if (isHere(here) || lectureDoor.isWalked) return;
    // Whatever else is gone to leaves the article.
    if (placeInAddress() === hash.peek()) hash.value = "";
    places.keep(here.id, scrollY);
    here = freshEntry();
    // In another page's frame, Back is that page's: it leads through its slides, not through ours.
    history[parent === window ? "pushState" : "replaceState"](here, "", address());
    // After the page has swapped panels.
    if (hash.peek() === "") requestAnimationFrame(() => toTop(panel));
  });

  let wasWide = wide.peek();
  // A window that is made narrow goes on with the panel at its right, in the same entry.
  const unfollowWidth = effect(() => {
    const narrowed = wasWide && !wide.value;
    // The panel is drawn anew, in parts: the place would be lost while the page is short.
    const place = scrollY;
    if (wasWide !== wide.value && place > 0) holdPlace(() => place);
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
