// The sources of the shop's model, as the engine orders them.
import { sourceName } from "../common/sourceName";
import { attributeSources, ITEM_SOURCE, POSITION_SOURCE } from "../common/sources";

/** The shop's own attributes; every exercise begins there. */
const VIEWS = [
  ITEM_SOURCE,
  POSITION_SOURCE,
  ...attributeSources(["category", "brand", "price"].map((name) => ({ name }))),
];

export const SOURCES = VIEWS.map((view) => ({ letter: view.letter, name: () => sourceName(view) }));
export const BRAND = 3;
export const POSITION = 1;

export const sourceAt = (letter: string | undefined): number => SOURCES.findIndex((one) => one.letter === letter);
