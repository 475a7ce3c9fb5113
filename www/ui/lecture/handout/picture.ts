// What is on screen at a place of a lecture, as a picture of paper: a copy of the panel as the styles of wall and print leave it.
import type { LectureClick, Place } from "../../../content/lecture/lecture";
import { layOnPaper, takeOffPaper } from "../../common/paper";
import { markSigns } from "../../common/signs";
import { styleOf } from "../parts";
import "../../../styles/lecture.css";
import "../../../styles/print.css";

/** As on the wall while `look` runs, which must not wait: the browser paints nothing of it. */
function asOnWall<Seen>({ shows = [], covers = [] }: LectureClick, { step, click }: Place, look: () => Seen): Seen {
  const { dataset } = document.documentElement;
  const only = document.createElement("style");
  only.textContent = styleOf(shows, covers);
  document.head.append(only);
  Object.assign(dataset, { lecture: "ten", step, click: String(click) });
  layOnPaper();
  const unmark = markSigns(document);
  try {
    return look();
  } finally {
    unmark?.();
    takeOffPaper();
    for (const name of ["lecture", "step", "click"]) delete dataset[name];
    only.remove();
  }
}

/** A copy without what is hidden, and without what would make of it a second page: names, tab stops, fields. */
function copyOf(seen: Element): Element {
  const copy = seen.cloneNode(false) as Element;
  for (const name of ["id", "tabindex", "aria-labelledby", "aria-describedby", "aria-controls"])
    copy.removeAttribute(name);
  if (seen instanceof HTMLSelectElement) {
    const chosen = document.createElement("b");
    chosen.textContent = seen.selectedOptions[0]?.textContent ?? "";
    return chosen;
  }
  for (const child of seen.childNodes) {
    // Nothing of a drawing is hidden by a style.
    if (!(child instanceof Element) || seen instanceof SVGElement) copy.append(child.cloneNode(true));
    else if (getComputedStyle(child).display !== "none") copy.append(copyOf(child));
  }
  return copy;
}

/** Null: nothing is to be seen there. */
export function takePicture(click: LectureClick, at: Place): HTMLElement | null {
  return asOnWall(click, at, () => {
    const panels = [...document.querySelectorAll(".page .panel")];
    const seen = panels.filter((panel) => panel.getClientRects().length > 0);
    const picture = document.createElement("div");
    picture.className = "handout-picture";
    // A copy: nothing in it can be pressed.
    picture.inert = true;
    picture.append(...seen.map(copyOf));
    return picture.textContent?.trim() || picture.querySelector("svg") ? picture : null;
  });
}
