// The clicks in time order, each taken out once. A row that is pointed at lights its chip and its column in the maps; Enter takes its
// click out for real. One tab stop; arrows move.
import { useLayoutEffect, useRef } from "preact/hooks";
import { t } from "../../content";
import { explanation } from "../../state/answers";
import { focusCell, pinCell } from "../../state/focus";
import { freeCell, hoverCell } from "../../state/hoverCell";
import { Icon } from "../common/Icon";
import { Marked } from "../common/Marked";
import { RowButton } from "../common/RowButton";
import { removeStep } from "../common/sessionActions";
import { useRoving } from "../common/useRoving";
import { axisText, percentBeside, signedBy } from "../common/written";
import { type ClickRow, type Clicks, mostOf } from "./clicks";
import { isCurrent, itemOf, keepCandidate, nameOf, offsetOf, type Report } from "./context";
import { Dumbbell } from "./Dumbbell";
import { RankChange } from "./RankChange";

/** More rows than this scroll inside themselves. */
const LONG = 16;

const COLUMNS = ["named", "axis", "percent", "rank", "bar", "value", "out"] as const;

export function ClickTable({ report, clicks }: { report: Report; clicks: Clicks }) {
  /** The row to focus once its click is gone. */
  const refocus = useRef<number | null>(null);
  const words = t().cause;
  const { rows } = clicks;
  const most = mostOf(clicks);
  const write = signedBy(rows.map(({ product }) => product));
  const roving = useRoving<HTMLTableSectionElement>(".row-button", rows.length, 0);

  useLayoutEffect(() => {
    if (refocus.current === null) return;
    const at = Math.min(refocus.current, rows.length - 1);
    refocus.current = null;
    roving.ref.current?.querySelectorAll<HTMLElement>(".row-button")[at]?.focus();
  }, [report.session]);

  const takeOut = (slot: number) => {
    // Rows of an older session do not say which step is meant.
    if (!isCurrent(report)) return;
    refocus.current = slot;
    keepCandidate(report.candidate);
    removeStep(offsetOf(report) + slot);
  };
  const onKeyDown = (event: KeyboardEvent, slot: number) => {
    if (event.altKey || event.ctrlKey || event.metaKey) return;
    if (event.key === "Enter" || event.key === "Delete") takeOut(slot);
    else if (event.key === "Escape") freeCell();
    else return roving.onKeyDown(event);
    event.preventDefault();
  };
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
            <th scope="colgroup" class="cause-axis" colSpan={2}>
              <Marked text={words.probability(axisText(most))} />
            </th>
            <th scope="col" class="numeric">
              {words.rank}
            </th>
            <th scope="colgroup" class="numeric" colSpan={2}>
              <Marked text={words.product} />
            </th>
            <td />
          </tr>
        </thead>
        <tbody ref={roving.ref} onFocusIn={roving.onFocusIn}>
          {rows.map((row) => (
            <Row
              key={row.slot}
              row={row}
              clicks={clicks}
              most={most}
              write={write}
              step={offsetOf(report) + row.slot + 1}
              tabIndex={roving.tabIndex(row.slot)}
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
  readonly write: (product: number) => string;
  readonly step: number;
  readonly tabIndex: 0 | -1;
  readonly onKeyDown: (event: KeyboardEvent) => void;
  readonly onTakeOut: () => void;
}

function Row({ row, clicks, most, write, step, tabIndex, onKeyDown, onTakeOut }: RowProps) {
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
        <RowButton
          step={step}
          item={itemOf(row.item)}
          name={name}
          tabIndex={tabIndex}
          aria-pressed={isFocus && focus.pinned}
          title={words.rowHint}
          onFocus={() => hoverCell(cell)}
          onClick={() => (isFocus && focus.pinned ? freeCell() : pinCell(cell))}
          onKeyDown={onKeyDown}
        />
      </th>
      <td class="cause-axis">
        <Dumbbell base={base.probability} now={without.probability} most={most}>
          <i class="cause-dot" data-large={row.isLarge} />
        </Dumbbell>
      </td>
      <td class="numeric" data-large={row.isLarge}>
        {percentBeside(without.probability, base.probability)}
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
        {write(product)}
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
