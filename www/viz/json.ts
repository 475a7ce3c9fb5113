// The numbers of a figure for programs: the table as a record a row, and, where the figure is made of matrices, those as they are.
import { heading } from "./csv";
import type { Figure, FigureCell, Nested } from "./figure";
import { wholeNumber } from "./wholeNumber";
import { withoutJoiners } from "./withoutJoiners";

/** Names of this format's fields are the same in every language; names of columns and facts are the page's. */
export function jsonText(
  name: string,
  figure: Pick<Figure, "title" | "sub" | "caption" | "facts" | "table" | "nested">,
) {
  const { title, sub, caption, facts, table, nested } = figure;
  const heads = table.columns.map(heading);
  const numbers = {
    figure: name,
    ...{ title, note: sub, caption },
    facts: facts.map(({ id, name: label, value }) => ({ id, name: label, value })),
    columns: heads,
    rows: table.rows.map((row) =>
      Object.fromEntries(row.map((cell, at) => [heads[at] ?? String(at), written(cell, table.columns[at]?.times)])),
    ),
    ...(nested === null ? {} : { nested }),
  };
  const text = JSON.stringify(
    numbers,
    (_, value: Nested) => (typeof value === "number" ? wholeNumber(value) : value),
    1,
  );
  return `${withoutJoiners(text)}\n`;
}

/** Infinity and what is no number are null in JSON, as what is missing is. */
function written(cell: FigureCell, times = 1): FigureCell {
  return typeof cell === "number" ? cell * times : cell;
}
