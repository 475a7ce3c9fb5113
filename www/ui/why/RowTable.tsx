// One row of the maps as a table: parts as stacked bars, the sum, the weight after softmax. Rows redraw one by one, so that
// moving the focus along 50 items stays cheap.
import { computed, type ReadonlySignal, useComputed, useSignal } from "@preact/signals";
import { useMemo, useRef } from "preact/hooks";
import { t } from "../../content";
import { focusCell, pinCell } from "../../state/focus";
import { freeCell, hoverCell } from "../../state/hoverCell";
import { drawStack, STACK_HEIGHT, type StackPart } from "../../viz/drawStack";
import { type Extent, stackExtent } from "../../viz/stackSegments";
import { PAGE } from "../../viz/tokens";
import { inRem, useRoom } from "../../viz/useRoom";
import { decimal, signed } from "../common/format";
import { Marked } from "../common/Marked";
import { cellParts } from "../common/maps/cellParts";
import { RowButton } from "../common/RowButton";
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
  /** The row that Tab reaches: where the keyboard was last, the focus of the maps before that. */
  const reached = useSignal<number | null>(null);
  const body = useRef<HTMLTableSectionElement>(null);
  const stop = useComputed(() => Math.min(reached.value ?? focusCell.value?.column ?? 0, lastColumn.value));
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
        <tbody
          ref={body}
          onKeyDown={(event) => moveRow(event, body.current)}
          onFocusIn={({ target }) => {
            reached.value = buttonsOf(body.current).indexOf(target as HTMLElement);
          }}
        >
          {rows.stacks.map((stack, column) => (
            <Row
              key={column}
              row={row}
              column={column}
              stack={stack}
              extent={rows.extent}
              room={room}
              strongest={rows.strongest}
              stop={stop}
            />
          ))}
        </tbody>
      </table>
    </div>
  );
}

/** Columns of the row that is shown: those a causal map hides have no row of the table. */
const lastColumn = computed(() => {
  const [now, row] = [shown.value, tableRow.value];
  return now?.maps.causal ? (row ?? 0) : (now?.slice.size ?? 1) - 1;
});

function buttonsOf(body: HTMLElement | null): HTMLElement[] {
  return [...(body?.querySelectorAll<HTMLElement>(".row-button") ?? [])];
}

/** Arrows go from row to row; Tab leaves the table. */
function moveRow(event: KeyboardEvent, body: HTMLElement | null): void {
  if (event.ctrlKey || event.metaKey || event.altKey) return;
  const buttons = buttonsOf(body);
  const at = buttons.indexOf(document.activeElement as HTMLElement);
  const to = { ArrowUp: at - 1, ArrowDown: at + 1, Home: 0, End: buttons.length - 1 }[event.key];
  if (at < 0 || to === undefined) return;
  event.preventDefault();
  buttons[Math.min(Math.max(to, 0), buttons.length - 1)]?.focus();
}

interface RowProps {
  row: number;
  column: number;
  stack: readonly number[];
  extent: Extent;
  room: number;
  /** The largest weight of the row, which fills its bar. */
  strongest: number;
  /** The one row that Tab reaches. */
  stop: ReadonlySignal<number>;
}

function Row({ row, column, stack, extent, room, strongest, stop }: RowProps) {
  const now = shown.value;
  const isStop = useComputed(() => stop.value === column).value;
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
        <RowButton
          step={now.step(column)}
          item={item}
          name={item?.name}
          tabIndex={isStop ? 0 : -1}
          aria-pressed={state === "pinned"}
          onFocus={point}
          onClick={() => (state === "pinned" ? freeCell() : pinCell({ row, column }))}
          onKeyDown={(event) => event.key === "Escape" && freeCell()}
        />
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
