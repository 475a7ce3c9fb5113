import type { SourceInfo } from "../../engine.ts";
import { catalogue } from "../../state/opened";
import { type SourceView, sourceViews } from "./sources";

/** The sources of an answer as they look everywhere on the page: attributes are those of the data that is open. */
export function viewsOf(sources: readonly SourceInfo[]): SourceView[] {
  return sourceViews(sources, catalogue.value?.attributes ?? []);
}
