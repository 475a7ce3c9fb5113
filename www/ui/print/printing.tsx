// Printing: the page becomes a sheet just before the browser takes its picture, and is itself again afterwards. Everything that takes is
// here by then, fetched when nobody waited for it: the event waits for nothing.
import { render } from "preact";
import { loadWords } from "../../content";
import { hasOwnSheets, layOnPaper, takeOffPaper } from "../common/paper";
import { markSigns } from "../common/signs";
import { SheetFacts, SheetHead } from "./Sheet";
import "../../styles/print.css";

/** The heading that is on the sheet. */
const HEADING = ":is(.wall-head, .right > .panel > .panel-head, .page > .panel > :is(.panel-head, .side-head))";

/** What of the sheet is no part of the page, and where the page was scrolled to before. */
interface Laid {
  readonly head: HTMLElement;
  readonly facts: HTMLElement;
  readonly unmark: (() => void) | null;
  readonly scrolled: number;
}

let sheet: Laid | null = null;

function begin(): void {
  if (sheet || hasOwnSheets.peek()) return;
  const [head, facts, scrolled] = [document.createElement("div"), document.createElement("div"), scrollY];
  facts.className = "sheet-facts";
  document.body.prepend(head);
  // Behind everything that the page itself has put there.
  document.querySelector(HEADING)?.append(facts);
  layOnPaper();
  const unmark = markSigns(document);
  render(<SheetHead />, head);
  render(<SheetFacts isHatched={unmark !== null} />, facts);
  sheet = { head, facts, unmark, scrolled };
}

function end(): void {
  if (!sheet) return;
  const { head, facts, unmark, scrolled } = sheet;
  sheet = null;
  unmark?.();
  for (const part of [head, facts]) {
    render(null, part);
    part.remove();
  }
  takeOffPaper();
  scrollTo(0, scrolled);
}

/** Follows the prints of this page. */
export async function followPrints(): Promise<void> {
  await loadWords(["figure"]);
  addEventListener("beforeprint", begin);
  addEventListener("afterprint", end);
  // Where print is only tried out, as developers do, there is no event.
  matchMedia("print").addEventListener("change", ({ matches }) => (matches ? begin() : end()));
}
