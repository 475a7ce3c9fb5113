// One row of the maps as a table: parts as stacked bars, the sum, the weight after softmax. Rows redraw one by one, so that
// moving the focus along 50 items stays cheap.
import { useComputed } from "@preact/signals";
import { useMemo } from "preact/hooks";
import { t } from "../../content";
import { focusCell, freeCell, hoverCell, pinCell } from "../../state/focus";
import { drawStack, STACK_HEIGHT, type StackPart } from "../../viz/drawStack";
import { type Extent, stackExtent } from "../../viz/stackSegments";
import { PAGE } from "../../viz/tokens";
import { inRem, useRoom } from "../../viz/useRoom";
import { decimal, signed } from "../common/format";
import { Marked } from "../common/Marked";
import { cellParts } from "../common/maps/slice";
import { Pictogram } from "../common/Pictogram";
import { SourceMark } from "../common/SourceMark";
import { FUSED_SOURCE } from "../common/sources";
import { shown } from "./context";
import { rowParts } from "./rowParts";
import { tableRow } from "./tableRow";

/** More rows than this scroll inside themselves. */
const LONG = 16;

export function RowTable() {
  const [ref, { width }] = useRoom<HTMLTableCellElement>();
  const now = shown.value;
  const row = tableRow.value;
  const rows = useMemo(() => {
    if (!now || row === null) return null;
    const columns = Array.from({ length: now.maps.causal ? row + 1 : now.slice.size }, (_, index) => index);
    const stacks = columns.map((column) => cellParts(now.slice, row, column));
    const weights = columns.map((column) => now.slice.weights[row * now.slice.size + column] ?? 0);
    return { stacks, extent: stackExtent(stacks), strongest: Math.max(...weights) };
  }, [now, row]);
  if (!now || row === null || !rows) return null;
  const words = t().reading;
  // Padding of the cell on both sides.
  const room = width - 24;
  return (
    <div class={rows.stacks.length > LONG ? "row-scroll is-long" : "row-scroll"}>
      <table class="row-table">
        <caption class="visually-hidden">{words.rowCaption(now.items[row]?.name ?? "")}</caption>
        <thead>
          <tr>
            <th scope="col">{words.columnLooksAt}</th>
            <th scope="col" class="row-table-stack" ref={ref}>
              <Marked text={words.columnScore} />
            </th>
            <th scope="col" class="numeric">
              <SourceMark source={FUSED_SOURCE} /> {words.columnSum}
            </th>
            <th scope="col" class="numeric row-table-weight">
              {words.columnWeight}
            </th>
          </tr>
        </thead>
        <tbody>
          {rows.stacks.map((stack, column) => (
            <Row
              key={column}
              row={row}
              column={column}
              stack={stack}
              extent={rows.extent}
              room={room}
              strongest={rows.strongest}
            />
          ))}
        </tbody>
      </table>
    </div>
  );
}

interface RowProps {
  row: number;
  column: number;
  stack: readonly number[];
  extent: Extent;
  room: number;
  /** The largest weight of the row, which fills its bar. */
  strongest: number;
}

function Row({ row, column, stack, extent, room, strongest }: RowProps) {
  const now = shown.value;
  const state = useComputed(() => {
    const cell = focusCell.value;
    if (cell?.row !== tableRow.value || cell.column !== column) return "";
    return cell.pinned ? "pinned" : "focus";
  }).value;
  const drawing = useMemo(
    () => (room > 0 ? <Stack parts={rowParts(stack)} extent={extent} width={room} /> : null),
    [stack, extent, room],
  );
  if (!now) return null;
  const at = row * now.slice.size + column;
  const item = now.items[column];
  const weight = now.slice.weights[at] ?? 0;
  const point = () => hoverCell({ row, column });
  return (
    <tr class={state === "" ? "" : "is-focus"} onPointerEnter={point}>
      <th scope="row">
        <button
          type="button"
          class="row-button"
          aria-pressed={state === "pinned"}
          onFocus={point}
          onClick={() => (state === "pinned" ? freeCell() : pinCell({ row, column }))}
          onKeyDown={(event) => event.key === "Escape" && freeCell()}
        >
          <span class="row-number">{now.step(column)}</span>
          <Pictogram item={item} />
          <span class="row-name">{item?.name}</span>
        </button>
      </th>
      <td class="row-table-stack">{drawing}</td>
      <td class="numeric">{signed(now.slice.fused[at] ?? 0)}</td>
      <td class="numeric row-table-weight">
        <span class="weight-bar" aria-hidden="true">
          <i style={{ width: `${strongest > 0 ? (weight / strongest) * 100 : 0}%` }} />
        </span>
        {decimal(weight)}
      </td>
    </tr>
  );
}

/** The table beside it carries the numbers; the drawing is for the eye. */
function Stack({ parts, extent, width }: { parts: readonly StackPart[]; extent: Extent; width: number }) {
  return (
    <svg
      class="stack"
      style={{ width: inRem(width), height: inRem(STACK_HEIGHT) }}
      viewBox={`0 0 ${width} ${STACK_HEIGHT}`}
      aria-hidden="true"
    >
      {drawStack(parts, extent, width, PAGE)}
    </svg>
  );
}
