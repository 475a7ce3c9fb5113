// What is on screen now as a sub-step: the state as a link would hold it, with the panels that are seen.

import { PANELS, type Panel } from "../../../panels";
import { current, experiment } from "../../../state/current";
import { DEFAULTS } from "../../../state/experiment";
import { FALLBACKS } from "../../../state/fields";
import { readLink, writeLink } from "../../../state/link";
import { inPanel, leftPanels } from "../../common/navigation";
import { wide } from "../../common/viewport";
import { FRESH_SECONDS, type OwnClick } from "./model";
import { setOf } from "./readFile";

/** Panels on screen, in their order. */
export function panelsOnScreen(): readonly Panel[] {
  const left = wide.peek() ? leftPanels.peek().map(({ id }) => id) : [];
  return [...new Set([...left, inPanel.peek()])];
}

export function setOnScreen(): string {
  const panel = inPanel.peek();
  return setOf(writeLink({ ...experiment.peek(), panel, view: panelsOnScreen(), hide: [] }, DEFAULTS)).set;
}

export function clickOnScreen(words: OwnClick["words"]): OwnClick {
  return { key: "own", of: null, isHidden: false, seconds: FRESH_SECONDS, asks: false, set: setOnScreen(), words };
}

/** Why what is on screen cannot be given to others: it is of the visitor's own files, or of a model trained here. */
export function notShared(): "data" | "model" | null {
  if (current.data.value.kind === "own") return "data";
  return current.model.value.includes(":") ? "model" : null;
}

/** Panels that a sub-step of one's own can show, and which of them it does: session and list beside one other. */
export function panelsOf(set: string): { readonly all: readonly Panel[]; readonly shown: readonly Panel[] } {
  const { view = [], panel = FALLBACKS.panel } = readLink(set).patch;
  const left = PANELS.filter(({ side }) => side === "left").map(({ id }) => id);
  const all = [...new Set([...left, panel, ...view])];
  return { all, shown: view.length > 0 ? view : all };
}

/** With these panels on the wall and no others. */
export function withPanels(set: string, view: readonly Panel[]): string {
  return writeLink({ ...DEFAULTS, ...readLink(set).patch, view }, DEFAULTS);
}
