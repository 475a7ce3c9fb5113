// The numbers of a figure as a file that spreadsheets and scripts read: the caption and what the figure was made from as comment
// lines, then the table with numbers whole, not as they are rounded for the page.
import type { Figure, FigureCell, FigureTable } from "./figure";

/** Seven digits hold every number of 32 bits. */
const DIGITS = 7;

function cell(value: FigureCell): string {
  if (value === null || (typeof value === "number" && !Number.isFinite(value))) return "";
  if (typeof value === "number") return String(Number(value.toPrecision(DIGITS)));
  return /[",\n]/.test(value) ? `"${value.replaceAll('"', '""')}"` : value;
}

const comment = (text: string) => `# ${text.replaceAll("\n", " ")}`;

export function csvText({ caption, facts, table }: Pick<Figure, "caption" | "facts" | "table">): string {
  return [
    comment(caption),
    ...facts.map(({ name, value }) => comment(`${name}: ${value}`)),
    table.columns.map(({ label }) => cell(label)).join(","),
    ...table.rows.map((row) => row.map(cell).join(",")),
    "",
  ].join("\n");
}

export function countNumbers({ rows }: FigureTable): number {
  return rows.reduce((sum, row) => sum + row.filter((value) => typeof value === "number").length, 0);
}
