// What is on screen now as a sub-step: the state as a link would hold it, with the panels that are seen.

import type { Panel } from "../../../panels";
import { current, experiment } from "../../../state/current";
import { DEFAULTS } from "../../../state/experiment";
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

/** Panels that a sub-step of one's own shows. */
export function panelsOf(set: string): readonly Panel[] {
  const { view = [], panel } = readLink(set).patch;
  return view.length > 0 ? view : panel ? [panel] : [];
}
