// The same numbers as the maps, a row of them at a time: what one item looks at. Choosing a row points all maps at it.
import { useMemo } from "preact/hooks";
import { t } from "../../content";
import { focusCell, pinCell } from "../../state/focus";
import { FigureTable } from "../common/FigureTable";
import { layerName } from "../common/maps/names";
import { Select } from "../common/Select";
import { shown } from "./context";
import { focusRow } from "./focused";
import { rowNumbers, slotName } from "./mapsNumbers";

export function MapsTable() {
  const now = shown.value;
  const row = focusRow.value;
  const words = t().reading;
  const table = useMemo(() => (now && row !== null ? rowNumbers(row) : null), [now, row, words]);
  if (!now || row === null || !table) return null;
  const head = now.head === "mean" ? t().why.mean : String(now.head + 1);
  return (
    <div>
      <Select
        label={words.tableChoose}
        options={now.items.map((_, at) => ({ value: String(at), label: slotName(at) }))}
        value={String(row)}
        onChange={(value) => {
          const column = focusCell.peek()?.column ?? 0;
          pinCell({ row: Number(value), column: now.maps.causal ? Math.min(column, Number(value)) : column });
        }}
      />
      <FigureTable caption={words.tableCaption(layerName(now.maps.stacks, now.layer), head)} table={table} />
    </div>
  );
}
