// A figure's file on the clipboard, in the kinds that programs paste: a picture as a picture, a drawing as a drawing and as its text, numbers as
// a table for spreadsheets and as text for everything else.
import { heading, plainCell } from "../../../viz/csv";
import type { FigureTable } from "../../../viz/figure";
import { copyText } from "../copyText";
import type { FigureFiles, FileKind } from "./figureFiles";

const ESCAPES: Readonly<Record<string, string>> = { "&": "&amp;", "<": "&lt;", ">": "&gt;" };
const escaped = (text: string) => text.replace(/[&<>]/g, (letter) => ESCAPES[letter] ?? letter);

export function tableMarkup({ columns, rows }: FigureTable): string {
  const line = (cells: readonly string[]) => `<tr>${cells.map((cell) => `<td>${escaped(cell)}</td>`).join("")}</tr>`;
  const body = rows.map((row) => line(row.map((cell, at) => plainCell(cell, columns[at]?.times) ?? "")));
  return `<table>${line(columns.map(heading))}${body.join("")}</table>`;
}

function contents(kind: FileKind, files: FigureFiles): Record<string, Blob | Promise<Blob>> {
  if (kind === "png") return { "image/png": files.make("png") };
  const plain = new Blob([files.text(kind)], { type: "text/plain" });
  if (kind === "csv") {
    return { "text/plain": plain, "text/html": new Blob([tableMarkup(files.figure.table)], { type: "text/html" }) };
  }
  const isDrawing = kind === "svg" && ClipboardItem.supports?.("image/svg+xml");
  return { "text/plain": plain, ...(isDrawing ? { "image/svg+xml": files.make("svg") } : {}) };
}

/** False where the browser does not allow it. */
export async function copyFile(kind: FileKind, files: FigureFiles): Promise<boolean> {
  try {
    await navigator.clipboard.write([new ClipboardItem(contents(kind, files))]);
    return true;
  } catch {
    // What is text has one more way.
    return kind !== "png" && copyText(files.text(kind));
  }
}
