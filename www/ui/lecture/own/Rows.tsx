// Steps, or the sub-steps of one, as rows that can be put in another order: by their buttons, by keys, by dragging. One row of a list is
// open, and shows what is in it.
import type { ComponentChildren } from "preact";
import { useLayoutEffect, useRef, useState } from "preact/hooks";
import { t } from "../../../content";
import { announce } from "../../common/Announcer";
import { IconButton } from "../../common/Button";
import { Icon } from "../../common/Icon";
import { shiftOf, useDragReorder } from "../../common/useDragReorder";

export interface Row {
  readonly key: string;
  readonly name: string;
  /** What is to be said of it beside its name. */
  readonly notes: readonly string[];
  readonly time: string;
  readonly isHidden: boolean;
}

interface Props {
  readonly label: string;
  readonly rows: readonly Row[];
  /** Key of the row that is open. */
  readonly open: string | null;
  readonly onOpen: (key: string | null) => void;
  readonly onMove: (from: number, to: number) => void;
  readonly onHide: (key: string, isHidden: boolean) => void;
  readonly children: (key: string) => ComponentChildren;
}

export function Rows({ label, rows, open, onOpen, onMove, onHide, children }: Props) {
  const words = t().own;
  const list = useRef<HTMLOListElement>(null);
  /** The row that Tab reaches, and its buttons. */
  const [reached, reach] = useState(0);
  /** What to focus once its row stands in its new place: a row that is moved loses the focus. */
  const refocus = useRef<{ readonly key: string; readonly part: string } | null>(null);
  const elements = () => [...(list.current?.children ?? [])] as HTMLElement[];
  const focusRow = (at: number, part = ".own-row-name") => elements()[at]?.querySelector<HTMLElement>(part)?.focus();
  const stop = Math.min(reached, rows.length - 1);

  const move = (from: number, to: number, part = ".own-row-name") => {
    const row = rows[from];
    const place = Math.min(Math.max(to, 0), rows.length - 1);
    if (!row || place === from) return;
    refocus.current = { key: row.key, part };
    reach(place);
    onMove(from, place);
    announce(words.movedTo(row.name, place + 1, rows.length));
  };
  const { drag, onPointerDown } = useDragReorder(elements, (from, to) => move(from, to));

  // Asked while the old rows still stand.
  const had = list.current?.contains(document.activeElement) ?? false;
  useLayoutEffect(() => {
    const at = rows.findIndex(({ key }) => key === refocus.current?.key);
    if (at >= 0) focusRow(at, refocus.current?.part);
    else if (had && !list.current?.contains(document.activeElement)) focusRow(stop);
    refocus.current = null;
  });

  const onKeyDown = (event: KeyboardEvent, at: number) => {
    const step = event.key === "ArrowUp" ? -1 : event.key === "ArrowDown" ? 1 : 0;
    if (event.ctrlKey || event.metaKey) return;
    if (step !== 0 && event.altKey) move(at, at + step);
    else if (step !== 0) focusRow(at + step);
    else if (event.key === "Home") focusRow(0);
    else if (event.key === "End") focusRow(rows.length - 1);
    else return;
    event.preventDefault();
  };

  return (
    <ol class="own-rows" aria-label={label} ref={list} data-dragging={drag !== null}>
      {rows.map((row, at) => {
        const { key, name, notes, time, isHidden } = row;
        const tabIndex = at === stop ? 0 : -1;
        const isOpen = key === open;
        return (
          <li
            key={key}
            class="own-row"
            data-row={key}
            data-hidden={isHidden}
            data-open={isOpen}
            data-carried={drag?.from === at}
            style={drag ? `translate: 0 ${shiftOf(at, drag)}px` : undefined}
          >
            <div class="own-row-head" onFocusIn={() => reach(at)}>
              <span
                class="own-grip"
                data-drag-handle
                aria-hidden="true"
                onPointerDown={(event) => onPointerDown(event, at)}
              >
                <Icon name="grip" />
              </span>
              <button
                type="button"
                class="own-row-name"
                tabIndex={tabIndex}
                aria-expanded={isOpen}
                onClick={() => onOpen(isOpen ? null : key)}
                onKeyDown={(event) => onKeyDown(event, at)}
              >
                <span class="own-row-number">{at + 1}</span>
                <span>
                  <b>{name}</b>
                  {notes.length > 0 && <span class="own-row-notes"> {notes.join(", ")}</span>}
                </span>
                <span class="own-row-time">{time}</span>
              </button>
              <span class="own-row-tools">
                <IconButton
                  icon="up"
                  label={words.up(name)}
                  tabIndex={tabIndex}
                  unavailable={at === 0}
                  onClick={() => move(at, at - 1, "[data-move=up]")}
                  data-move="up"
                />
                <IconButton
                  icon="down"
                  label={words.down(name)}
                  tabIndex={tabIndex}
                  unavailable={at === rows.length - 1}
                  onClick={() => move(at, at + 1, "[data-move=down]")}
                  data-move="down"
                />
                <IconButton
                  icon="eye"
                  label={isHidden ? words.show(name) : words.hide(name)}
                  tabIndex={tabIndex}
                  onClick={() => onHide(key, !isHidden)}
                />
              </span>
            </div>
            {isOpen && <div class="own-row-body">{children(key)}</div>}
          </li>
        );
      })}
    </ol>
  );
}
