import { t } from "../../content";
import type { FigureName } from "../../state/fields";
import { Button } from "./Button";
import { isTable, showTable } from "./tables";

/** Shows a figure's numbers in its place; once more: the figure. */
export function TableToggle({ of }: { of: FigureName }) {
  const words = t().common;
  const on = isTable(of);
  return (
    <Button
      look="quiet"
      icon="table"
      aria-label={words.table}
      title={words.table}
      aria-pressed={on}
      onClick={() => showTable(of, !on)}
    >
      {words.table}
    </Button>
  );
}
