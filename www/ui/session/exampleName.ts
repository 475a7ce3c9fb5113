import { t } from "../../content";

/** What a session of the shop is called; one that has no name of its own gets a number. */
export function exampleName(id: string, index: number): string {
  return t().examples.exampleNames[id] ?? t().examples.exampleFallback(index + 1);
}
