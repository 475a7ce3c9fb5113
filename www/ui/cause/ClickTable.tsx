// The clicks in time order, each taken out once. A row that is pointed at lights its chip and its column in the maps; Enter takes its
// click out for real. One tab stop; arrows move.
import { useSignal } from "@preact/signals";
import { useLayoutEffect, useRef } from "preact/hooks";
import { t } from "../../content";
import { explanation } from "../../state/answers";
import { focusCell, freeCell, hoverCell, pinCell } from "../../state/focus";
import { percent, signed } from "../common/format";
import { Icon } from "../common/Icon";
import { Marked } from "../common/Marked";
import { Pictogram } from "../common/Pictogram";
import { removeStep } from "../common/sessionActions";
import { axisText } from "./axisText";
import { type ClickRow, type Clicks, digitsOf, mostOf } from "./clicks";
import { isCurrent, itemOf, nameOf, offsetOf, type Report } from "./context";
import { Dumbbell } from "./Dumbbell";
import { RankChange } from "./RankChange";

/** More rows than this scroll inside themselves. */
const LONG = 16;

const COLUMNS = ["named", "axis", "percent", "rank", "bar", "value", "out"] as const;

export function ClickTable({ report, clicks }: { report: Report; clicks: Clicks }) {
  const body = useRef<HTMLTableSectionElement>(null);
  /** The row to focus once its click is gone. */
  const refocus = useRef<number | null>(null);
  const reached = useSignal(0);
  const words = t().cause;
  const { rows } = clicks;
  const most = mostOf(clicks);
  const focusRow = (index: number) => body.current?.querySelectorAll<HTMLElement>(".cause-row")[index]?.focus();

  useLayoutEffect(() => {
    if (refocus.current === null) return;
    const at = Math.min(refocus.current, rows.length - 1);
    refocus.current = null;
    focusRow(at);
  }, [report.session]);

  const takeOut = (slot: number) => {
    // Rows of an older session do not say which step is meant.
    if (!isCurrent(report)) return;
    refocus.current = slot;
    removeStep(offsetOf(report) + slot);
  };
  const onKeyDown = (event: KeyboardEvent, slot: number) => {
    if (event.altKey || event.ctrlKey || event.metaKey) return;
    const step = { ArrowUp: -1, ArrowDown: 1 }[event.key];
    if (step) focusRow(slot + step);
    else if (event.key === "Home") focusRow(0);
    else if (event.key === "End") focusRow(rows.length - 1);
    else if (event.key === "Enter" || event.key === "Delete") takeOut(slot);
    else if (event.key === "Escape") freeCell();
    else return;
    event.preventDefault();
  };
  const stop = Math.min(reached.value, rows.length - 1);
  return (
    <div class={rows.length > LONG ? "cause-scroll is-long" : "cause-scroll"}>
      <table class="cause-table">
        <caption class="visually-hidden">{words.title(nameOf(report.candidate))}</caption>
        <colgroup>
          {COLUMNS.map((name) => (
            <col key={name} class={`cause-${name}`} />
          ))}
        </colgroup>
        <thead>
          <tr>
            <th scope="col">{words.without}</th>
            <th scope="col" class="cause-axis">
              <Marked text={words.probability(axisText(most))} />
            </th>
            <th scope="col" class="numeric">
              <span class="visually-hidden">{words.probabilityColumn}</span>
            </th>
            <th scope="col" class="numeric">
              {words.rank}
            </th>
            <th scope="col" class="numeric" colSpan={2}>
              <Marked text={words.product} />
            </th>
            <td />
          </tr>
        </thead>
        <tbody ref={body}>
          {rows.map((row) => (
            <Row
              key={row.slot}
              row={row}
              clicks={clicks}
              most={most}
              step={offsetOf(report) + row.slot + 1}
              isStop={row.slot === stop}
              onFocus={() => {
                reached.value = row.slot;
              }}
              onKeyDown={(event) => onKeyDown(event, row.slot)}
              onTakeOut={() => takeOut(row.slot)}
            />
          ))}
        </tbody>
      </table>
    </div>
  );
}

interface RowProps {
  readonly row: ClickRow;
  readonly clicks: Clicks;
  readonly most: number;
  readonly step: number;
  readonly isStop: boolean;
  readonly onFocus: () => void;
  readonly onKeyDown: (event: KeyboardEvent) => void;
  readonly onTakeOut: () => void;
}

function Row({ row, clicks, most, step, isStop, onFocus, onKeyDown, onTakeOut }: RowProps) {
  const words = t().cause;
  const { base, rows } = clicks;
  const { slot, without, product } = row;
  const name = nameOf(row.item);
  // The list is read from the last row of the maps.
  const cell = { row: (explanation.value?.items.length ?? rows.length) - 1, column: slot };
  const focus = focusCell.value;
  const isFocus = focus?.row === cell.row && focus.column === slot;
  const large = Math.max(0, ...rows.map((one) => Math.abs(one.product)));
  return (
    <tr class={isFocus ? "is-focus" : ""} onPointerEnter={() => hoverCell(cell)}>
      <th scope="row">
        <button
          type="button"
          class="cause-row"
          tabIndex={isStop ? 0 : -1}
          aria-pressed={isFocus && focus.pinned}
          title={words.rowHint}
          onFocus={() => {
            hoverCell(cell);
            onFocus();
          }}
          onClick={() => (isFocus && focus.pinned ? freeCell() : pinCell(cell))}
          onKeyDown={onKeyDown}
        >
          <span class="cause-number">{step}</span>
          <Pictogram item={itemOf(row.item)} />
          <span class="cause-name">{name}</span>
        </button>
      </th>
      <td class="cause-axis">
        <Dumbbell base={base.probability} now={without.probability} most={most}>
          <i class="cause-dot" data-large={row.isLarge} />
        </Dumbbell>
      </td>
      <td class="numeric" data-large={row.isLarge}>
        {percent(without.probability, digitsOf(base.probability))}
      </td>
      <td class="numeric">
        <RankChange from={base.place} to={without.place} />
      </td>
      <td class="cause-bar" aria-hidden="true">
        <span class="cause-signed">
          <i data-sign={Math.sign(product)} style={{ width: `${large > 0 ? (Math.abs(product) / large) * 50 : 0}%` }} />
        </span>
      </td>
      <td class="numeric" data-large={row.isLargeProduct}>
        {signed(product)}
      </td>
      <td class="cause-out">
        <button
          type="button"
          class="cause-take"
          tabIndex={-1}
          aria-label={words.takeOut(name)}
          title={words.takeOut(name)}
          onClick={onTakeOut}
        >
          <Icon name="close" />
        </button>
      </td>
    </tr>
  );
}
