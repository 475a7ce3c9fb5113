import { useSignal } from "@preact/signals";
import { useLayoutEffect, useRef } from "preact/hooks";
import { t } from "../../content";
import { current, session } from "../../state/current";
import { droppedSteps, focusCell, pointAt } from "../../state/focus";
import { catalogue } from "../../state/opened";
import { Icon } from "../common/Icon";
import { ItemValues } from "../common/ItemValues";
import { valuesInWords } from "../common/itemWords";
import { Pictogram } from "../common/Pictogram";
import { moveStep, removeStep } from "../common/sessionActions";
import { shiftOf, useDragReorder } from "../common/useDragReorder";
import { useHiddenRows } from "./useHiddenRows";

/** The session, oldest first: one row per step. One tab stop; arrows move, Alt and arrows reorder, Delete removes. */
export function SessionList() {
  const data = catalogue.value;
  const list = useRef<HTMLOListElement>(null);
  /** The row to focus once a key has moved or removed it. */
  const refocus = useRef<number | null>(null);
  /** The row that has the focus, or had it last: Tab comes back to where it left. */
  const reached = useSignal<number | null>(null);
  const items = session.value;
  const dropped = droppedSteps();
  const cell = focusCell.value;
  const rows = () => [...(list.current?.querySelectorAll<HTMLElement>(".step") ?? [])];
  const focusRow = (index: number) => rows()[index]?.querySelector<HTMLElement>(".step-body")?.focus();
  const letGo = () => {
    if (!list.current?.contains(document.activeElement)) reached.value = null;
  };
  const { drag, onPointerDown, wasDragged } = useDragReorder(rows, moveStep);

  // Once the rows stand in their new order.
  useLayoutEffect(() => {
    if (refocus.current === null) {
      // Edited from elsewhere: the row's number means another item.
      letGo();
      return;
    }
    const at = Math.min(refocus.current, items.length - 1);
    refocus.current = null;
    focusRow(at);
    // A row that kept the focus while it was moved says nothing of it.
    reached.value = at;
  }, [items]);

  // A cell that is pinned elsewhere is the one to come back to.
  useLayoutEffect(letGo, [current.focus.value]);

  // A longer session than the list has room for: the newest item is the one that looks, so it is the one to see.
  const newest = items.at(-1);
  useLayoutEffect(() => {
    list.current?.scrollTo({ top: list.current.scrollHeight });
  }, [newest, items.length]);
  const hidden = useHiddenRows(list, items);

  if (!data) return null;
  const steps = withKeys(items);
  const chosen = cell ? Math.min(cell.column + dropped, items.length - 1) : items.length - 1;
  // Where the focus is inside the list, Tab must leave it from there.
  const stop = Math.min(Math.max(reached.value ?? chosen, 0), items.length - 1);

  const onKeyDown = (event: KeyboardEvent, index: number) => {
    const step = event.key === "ArrowUp" ? -1 : event.key === "ArrowDown" ? 1 : 0;
    if (event.ctrlKey || event.metaKey) return;
    if (step !== 0 && event.altKey) {
      refocus.current = Math.min(Math.max(index + step, 0), items.length - 1);
      moveStep(index, index + step);
    } else if (step !== 0) focusRow(index + step);
    else if (event.key === "Home") focusRow(0);
    else if (event.key === "End") focusRow(items.length - 1);
    else if (event.key === "Delete" || event.key === "Backspace") {
      refocus.current = index;
      removeStep(index);
    } else return;
    event.preventDefault();
  };

  return (
    <ol
      class="steps"
      aria-label={t().session.list}
      ref={list}
      data-dragging={drag !== null}
      data-more-above={hidden.above}
      data-more-below={hidden.below}
      onFocusIn={({ target }) => {
        reached.value = rows().findIndex((row) => target instanceof Node && row.contains(target));
      }}
    >
      {steps.map(({ id, key }, index) => {
        const item = data.items[id];
        const old = index < dropped;
        const looks = cell !== null && index === cell.row + dropped;
        const lookedAt = cell !== null && index === cell.column + dropped;
        const name = item?.name ?? "";
        const notes = [
          t().session.step(index + 1, items.length),
          item ? valuesInWords(data, item) : "",
          old ? t().session.droppedStep : "",
          looks ? t().session.looking : "",
          lookedAt ? t().session.lookedAt : "",
        ].filter((note) => note !== "");
        return (
          <li
            key={key}
            class="step"
            data-old={old}
            data-looks={looks}
            data-looked-at={lookedAt && !looks}
            data-carried={drag?.from === index}
            style={drag ? `translate: 0 ${shiftOf(index, drag)}px` : undefined}
            onPointerDown={(event) => onPointerDown(event, index)}
          >
            <span class="step-number" data-drag-handle aria-hidden="true">
              <span>{index + 1}</span>
              <Icon name="grip" />
            </span>
            <button
              type="button"
              class="step-body"
              tabIndex={index === stop ? 0 : -1}
              title={item ? t().session.tileTitle(name, valuesInWords(data, item)) : undefined}
              onClick={() => {
                if (!wasDragged()) pointAt(index);
              }}
              onKeyDown={(event) => onKeyDown(event, index)}
            >
              <Pictogram item={item} />
              <span class="step-name">{name}</span>
              <ItemValues data={data} id={id} />
              <span class="visually-hidden">, {notes.join(", ")}</span>
            </button>
            <button
              type="button"
              class="step-remove"
              tabIndex={-1}
              data-no-drag
              aria-label={t().session.remove(name)}
              title={t().session.remove(name)}
              onClick={() => removeStep(index)}
            >
              <Icon name="close" />
            </button>
          </li>
        );
      })}
    </ol>
  );
}

/** A key that follows an item when it moves: the item and its how-manieth occurrence. */
function withKeys(items: readonly number[]): { id: number; key: string }[] {
  const seen = new Map<number, number>();
  return items.map((id) => {
    const nth = (seen.get(id) ?? 0) + 1;
    seen.set(id, nth);
    return { id, key: `${id}.${nth}` };
  });
}
