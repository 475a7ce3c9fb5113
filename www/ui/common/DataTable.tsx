import type { ComponentChildren } from "preact";
import { Marked } from "./Marked";

export interface DataColumn {
  readonly label: string;
  readonly numeric?: boolean;
}

interface Props {
  readonly caption: string;
  readonly columns: readonly DataColumn[];
  /** The first cell of a row is its heading. */
  readonly rows: readonly (readonly ComponentChildren[])[];
}

/** The numbers of a figure as a real table; scrolls sideways inside itself on narrow screens. */
export function DataTable({ caption, columns, rows }: Props) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard
    <section class="table-scroll" aria-label={caption} tabIndex={0}>
      <table class="table">
        <caption>{caption}</caption>
        <thead>
          <tr>
            {columns.map((column) => (
              <th key={column.label} scope="col" class={column.numeric ? "numeric" : ""}>
                <Marked text={column.label} />
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row, index) => (
            <tr key={index}>
              {row.map((cell, at) =>
                at === 0 ? (
                  <th key={columns[at]?.label} scope="row" class={columns[at]?.numeric ? "numeric" : ""}>
                    {cell}
                  </th>
                ) : (
                  <td key={columns[at]?.label} class={columns[at]?.numeric ? "numeric" : ""}>
                    {cell}
                  </td>
                ),
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
