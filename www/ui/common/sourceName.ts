import { t } from "../../content";
import { capitalised } from "./capitalised";
import type { SourceView } from "./sources";

/** An attribute's name in the language on screen; names the page does not know are shown as the data writes them. */
export function attributeName(name: string): string {
  const known = t().common.attributes[name.toLowerCase()];
  if (known) return known;
  return capitalised(name.replaceAll("_", " "));
}

export function sourceName(view: SourceView): string {
  if (view.kind === "attribute") return attributeName(view.name);
  return t().common.sources[view.kind];
}
