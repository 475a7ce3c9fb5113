import { t } from "../../content";
import type { SourceView } from "./sources";

/** An attribute's name in the language on screen; names the page does not know are shown as the data writes them. */
export function attributeName(name: string): string {
  const known = t().common.attributes[name.toLowerCase()];
  if (known) return known;
  const words = name.replaceAll("_", " ");
  return words.charAt(0).toUpperCase() + words.slice(1);
}

export function sourceName(view: SourceView): string {
  if (view.kind === "attribute") return attributeName(view.name);
  return t().common.sources[view.kind];
}
