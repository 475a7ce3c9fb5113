// The numbers of a figure as a file that spreadsheets and scripts read (RFC 4180): the caption and what the figure was made from as comment
// lines, then the table with numbers whole, not as they are rounded for the page, and with a decimal point in every language.
import type { Figure, FigureCell, FigureColumn, FigureTable } from "./figure";
import { wholeNumber } from "./wholeNumber";
import { withoutJoiners } from "./withoutJoiners";

/** Spreadsheets take a file without it for one in the code page of the machine, and write nonsense for Korean. */
const MARK_OF_UTF8 = "\ufeff";
const LINE_END = "\r\n";

/** What a spreadsheet would take for a formula, also where a name of the data begins so. The apostrophe says that it is text. */
function asWords(text: string): string {
  return /^[=+\-@\t\r＝＋－＠]/.test(text) ? `'${text}` : text;
}

function quoted(text: string): string {
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/** A cell as text, in the unit of its heading. Null: there is nothing. */
export function plainCell(value: FigureCell, times = 1): string | null {
  if (typeof value === "number") return Number.isFinite(value) ? String(wholeNumber(value * times)) : null;
  if (value === null || value === "") return null;
  return asWords(typeof value === "string" ? value : value.join("; "));
}

/** "Training step, ms"; "Probability (0–1)". */
export function heading({ label, unit }: FigureColumn): string {
  return unit === undefined ? label : `${label} (${unit})`;
}

/**
 * A line that readers skip. It is one field without quotes: whoever splits before skipping finds as many fields as in every other line,
 * and whoever skips what begins with "#" finds it at the beginning.
 */
function comment(text: string, columns: number): string {
  const field = text
    .replace(/\s+/g, " ")
    .replace(/(\d),(?=\d{3})/g, "$1")
    .replaceAll(",", ";")
    .replaceAll('"', "”");
  return `# ${field}${",".repeat(Math.max(0, columns - 1))}`;
}

export function csvText({ caption, facts, table }: Pick<Figure, "caption" | "facts" | "table">): string {
  const { columns, rows } = table;
  const lines = [
    ...[caption, ...facts.map(({ name, value }) => `${name}: ${value}`)].map((text) => comment(text, columns.length)),
    columns.map((column) => quoted(asWords(heading(column)))).join(","),
    ...rows.map((row) => row.map((cell, at) => quoted(plainCell(cell, columns[at]?.times) ?? "")).join(",")),
    "",
  ];
  return MARK_OF_UTF8 + withoutJoiners(lines.join(LINE_END));
}

export function countNumbers({ rows }: FigureTable): number {
  return rows.reduce((sum, row) => sum + row.filter((value) => typeof value === "number").length, 0);
}
