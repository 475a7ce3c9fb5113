import { current, set } from "../../state/current";
import type { FigureName } from "../../state/fields";

/** True where the visitor wants a figure's numbers as a table. */
export function isTable(figure: FigureName): boolean {
  return current.tables.value.includes(figure);
}

export function showTable(figure: FigureName, on: boolean): void {
  const others = current.tables.peek().filter((name) => name !== figure);
  set({ tables: on ? [...others, figure] : others });
}
