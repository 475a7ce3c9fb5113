import { current, set } from "../../state/current";

/** True where the visitor wants a figure's numbers as a table. */
export function isTable(figure: string): boolean {
  return current.tables.value.includes(figure);
}

export function showTable(figure: string, on: boolean): void {
  const others = current.tables.peek().filter((name) => name !== figure);
  set({ tables: on ? [...others, figure] : others });
}
