import { t } from "../../content";
import { sourceName } from "../common/sourceName";
import type { SourceView } from "../common/sources";

/** Name of a source beside its map. A model with a single source has mixed item and position before. */
export function nameOf(source: SourceView, sources: number): string {
  return sources === 1 ? t().why.single : sourceName(source);
}

/** The question a source answers, in a few words; empty for attributes the page does not know. */
export function askOf(source: SourceView, sources: number): string {
  const { asks } = t().why;
  if (sources === 1) return asks.single;
  if (source.kind === "attribute") return asks.attributes[source.name.toLowerCase()] ?? "";
  return source.kind === "position" ? asks.position : asks.item;
}
