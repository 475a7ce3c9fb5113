// The focus row as stacked bars: what each earlier item gets from each source, the sum, and the weight after softmax.
import { t } from "../../content";
import { dispatch } from "../../state/store";
import { StackedRow, type StackPart } from "../../viz/StackedRow";
import { stackExtent } from "../../viz/stackSegments";
import { useWidth } from "../../viz/useWidth";
import { Button } from "../common/Button";
import { Fill } from "../common/Fill";
import { decimal, signed } from "../common/format";
import { Pictogram } from "../common/Pictogram";
import { SourceMark } from "../common/SourceMark";
import { FUSED_SOURCE } from "../common/sources";
import { focused, shown } from "./context";
import { Gates } from "./Gates";
import { ItemName } from "./items";
import { nameOf } from "./names";
import { Sentence } from "./Sentence";
import { cellParts } from "./slice";

export function FocusRow() {
  const now = shown.value;
  const focus = focused.value;
  if (!now || !focus) return null;
  const words = t().why;
  const { row, column, pinned } = focus.cell;
  const looks = now.items[row];
  const at = row === column ? <b>{words.itself}</b> : <ItemName item={now.items[column]} />;
  return (
    <div class="focus-row">
      <div class="focus-heading">
        <h3>
          {words.focus} <Fill text={words.looksAt} parts={{ row: <ItemName item={looks} />, column: at }} />
        </h3>
        {pinned && (
          <Button look="quiet" icon="pin" title={words.free} onClick={() => dispatch({ type: "freeFocus" })}>
            {words.pinned}
          </Button>
        )}
      </div>
      <p class="focus-sentence">
        <Sentence />
      </p>
      <RowTable />
      <Legend />
      <Gates />
    </div>
  );
}

function RowTable() {
  const [ref, width] = useWidth<HTMLTableCellElement>();
  const now = shown.value;
  const focus = focused.value;
  if (!now || !focus) return null;
  const words = t().why;
  const { row, column: focusColumn } = focus.cell;
  const columns = Array.from({ length: row + 1 }, (_, index) => index);
  const stacks = columns.map((column) => cellParts(now.slice, row, column));
  const extent = stackExtent(stacks);
  // Padding of the cell on both sides.
  const room = width - 24;
  const strongest = Math.max(...columns.map((column) => now.slice.weights[row * now.slice.size + column] ?? 0));
  return (
    <table class="row-table">
      <caption class="visually-hidden">{words.rowCaption(now.items[row]?.name ?? "")}</caption>
      <thead>
        <tr>
          <th scope="col">{words.columnLooksAt}</th>
          <th scope="col" class="row-table-stack" ref={ref}>
            {words.columnScore}
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
        {columns.map((column) => {
          const at = row * now.slice.size + column;
          const item = now.items[column];
          const weight = now.slice.weights[at] ?? 0;
          const go = (type: "focus" | "pinFocus") => dispatch({ type, cell: { row, column } });
          return (
            <tr key={column} class={column === focusColumn ? "is-focus" : ""} onPointerEnter={() => go("focus")}>
              <th scope="row">
                <button
                  type="button"
                  class="row-button"
                  aria-pressed={focus.cell.pinned && column === focusColumn}
                  onFocus={() => go("focus")}
                  onClick={() => go("pinFocus")}
                  onKeyDown={(event) => event.key === "Escape" && dispatch({ type: "freeFocus" })}
                >
                  <span class="row-number">{column + 1}</span>
                  <Pictogram item={item} />
                  <span class="row-name">{item?.name}</span>
                </button>
              </th>
              <td class="row-table-stack">
                {room > 0 && <StackedRow parts={named(stacks[column] ?? [])} extent={extent} width={room} />}
              </td>
              <td class="numeric">{signed(now.slice.fused[at] ?? 0)}</td>
              <td class="numeric row-table-weight">
                <span class="weight-bar" aria-hidden="true">
                  <i style={{ width: `${strongest > 0 ? (weight / strongest) * 100 : 0}%` }} />
                </span>
                {decimal(weight)}
              </td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}

/** Parts with their colours, letters and names; what follows the sources is the bias. */
function named(values: readonly number[]): StackPart[] {
  const words = t().why;
  const sources = shown.value?.sources ?? [];
  return values.map((value, index) => {
    const source = sources[index];
    if (!source)
      return {
        value,
        colour: "var(--ink-3)",
        letter: words.biasLetter,
        title: `${words.bias} ${signed(value)}`,
        plain: true,
      };
    const title = `${nameOf(source, sources.length)} ${signed(value)}`;
    return { value, colour: source.colour, letter: source.letter, title };
  });
}

function Legend() {
  const now = shown.value;
  if (!now) return null;
  const words = t().why;
  return (
    <p class="source-legend">
      {now.sources.map((source) => (
        <span key={source.letter}>
          <SourceMark source={source} />
          <b>{source.letter}</b> {nameOf(source, now.sources.length)}
        </span>
      ))}
      {now.slice.bias && (
        <span>
          <i class="bias-mark" aria-hidden="true" />
          <b>{words.biasLetter}</b> {words.bias}
        </span>
      )}
      <span>
        <SourceMark source={FUSED_SOURCE} />
        <b>F</b> {t().common.sources.fused}
      </span>
    </p>
  );
}
