// What of a panel a sub-step can show or cover, by the names that the lecture uses. A figure is called as its file is.
const PARTS: Readonly<Record<string, string>> = {
  next: "[data-panel=next] .next",
  "next-attributes": ".attribute-predictions",
  "what-if": ".what-if .off-table-frame, .what-if .focus-sentence",
  side: ".side-scroll",
  "rank-numbers": ".rank-numbers",
  "paper-table": ".paper-note, .paper-table, .table-scroll:has(.paper-table)",
};

const ATTRIBUTES = "next-attributes";

export const partOf = (name: string): string => PARTS[name] ?? `[data-figure="${name}"]`;

/** A style sheet that leaves of the panel what is shown, and hides what waits for the guess. */
export function styleOf(shows: readonly string[], covers: readonly string[]): string {
  const rules: string[] = [];
  // Below the list for whoever looks for them: on the wall only where they are spoken of.
  if (!shows.includes(ATTRIBUTES)) rules.push(`[data-lecture] ${PARTS[ATTRIBUTES]} { display: none; }`);
  if (shows.length > 0) {
    const kept = `:is(${shows.map(partOf).join(", ")})`;
    rules.push(
      `[data-lecture] :is(.right, .page) > .panel > :not(.panel-head) :not(${kept}, ${kept} *, :has(${kept})) { display: none; }`,
    );
    rules.push(`[data-lecture] :is(.right, .page) > .panel > :not(.panel-head, :has(${kept})) { display: none; }`);
  }
  if (covers.length > 0) {
    rules.push(`[data-lecture] :is(${covers.map(partOf).join(", ")}) { display: none; }`);
  }
  return rules.join("\n");
}
