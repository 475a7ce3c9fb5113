// What lies over the drawn lines for pointers, keys and readers: one tab stop, and a cell that speaks.
import { clickAt, type LinesLayout, middleOf } from "./linesLayout";
import type { LinesFocus } from "./linesModel";
import { inRem } from "./useRoom";

export type Place = Omit<LinesFocus, "isAlone">;

interface Props {
  readonly id: string;
  readonly label: string;
  readonly layout: LinesLayout;
  readonly size: number;
  readonly focus: Place;
  readonly pinned: boolean;
  /** What the cell says, in words and numbers. */
  readonly focusLabel: string;
  /** The other end of the strongest line of a click. */
  readonly strongest: (side: Place["side"], at: number) => number;
  /** The pointer reached a click; null: it left. */
  readonly onHover: (place: Place | null) => void;
  /** An arrow key reached a click. */
  readonly onMove: (place: Place) => void;
  /** Enter or a click: pinned, alone, free. */
  readonly onPress: (place: Place) => void;
  readonly onFree: () => void;
}

export function LinesGrid(props: Props) {
  const { id, layout, size, focus, pinned, strongest } = props;

  const placeOf = (side: Place["side"], at: number): Place => {
    const other = strongest(side, at);
    return side === "looks" ? { side, row: at, column: other } : { side, row: other, column: at };
  };

  const under = (event: PointerEvent | MouseEvent): Place | null => {
    if (!(event.currentTarget instanceof HTMLElement)) return null;
    const box = event.currentTarget.getBoundingClientRect();
    const scale = layout.width / box.width;
    const [x, y] = [(event.clientX - box.left) * scale, (event.clientY - box.top) * scale];
    const at = clickAt(layout, y, size);
    return at === null ? null : placeOf(x < (layout.left + layout.right) / 2 ? "looks" : "lookedAt", at);
  };

  const moved = (key: string): Place | null => {
    const isLooking = focus.side === "looks";
    if (key === "ArrowLeft") return { ...focus, side: "looks" };
    if (key === "ArrowRight") return { ...focus, side: "lookedAt" };
    const at = isLooking ? focus.row : focus.column;
    const [least, most] = [0, size - 1];
    const to = { ArrowUp: at - 1, ArrowDown: at + 1, Home: least, End: most }[key];
    return to === undefined ? null : placeOf(focus.side, Math.min(most, Math.max(least, to)));
  };

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const next = moved(event.key);
    if (next) props.onMove(next);
    else if (event.key === "Enter" || event.key === " ") props.onPress(focus);
    else if (event.key === "Escape" && pinned) props.onFree();
    else return;
    event.preventDefault();
    event.stopPropagation();
  };

  const [row, column] = [Math.min(focus.row, size - 1), Math.min(focus.column, size - 1)];
  const isLooking = focus.side === "looks";
  const cell = `${id}-${row}-${column}`;
  return (
    // biome-ignore lint/a11y/useSemanticElements: a grid of drawn lines; a table of its cells would be one too many
    <div
      id={id}
      class="map lines-grid"
      role="grid"
      tabIndex={0}
      style={{ left: 0, top: 0, width: inRem(layout.width), height: inRem(layout.height) }}
      aria-label={props.label}
      aria-rowcount={size}
      aria-colcount={size}
      aria-activedescendant={cell}
      onPointerMove={(event) => {
        const place = under(event);
        if (place && event.pointerType === "mouse") props.onHover(place);
      }}
      onPointerLeave={(event) => {
        if (event.pointerType === "mouse") props.onHover(null);
      }}
      onClick={(event) => {
        const place = under(event);
        if (place) props.onPress(place);
      }}
      onKeyDown={onKeyDown}
    >
      {/* biome-ignore lint/a11y/useSemanticElements: rows of drawn lines have no table around them */}
      {/* biome-ignore lint/a11y/useFocusableInteractive: the grid itself holds the focus */}
      <div role="row" aria-rowindex={row + 1}>
        {/* biome-ignore lint/a11y/useSemanticElements: neither have its cells */}
        {/* biome-ignore lint/a11y/useFocusableInteractive: the grid itself holds the focus */}
        <div
          id={cell}
          class="map-focus"
          role="gridcell"
          aria-colindex={column + 1}
          aria-selected={pinned}
          aria-label={props.focusLabel}
          style={{
            left: inRem(isLooking ? 0 : layout.right),
            top: inRem(middleOf(layout, isLooking ? row : column) - layout.row / 2),
            width: inRem(isLooking ? layout.left : layout.width - layout.right),
            height: inRem(layout.row),
          }}
        />
      </div>
    </div>
  );
}
