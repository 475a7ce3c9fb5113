// What lies over one drawn map for pointers, keys and readers: a list of items with one tab stop, whose active item speaks.
import { t } from "../../content";
import { session } from "../../state/current";
import { catalogue } from "../../state/opened";
import type { MapPart } from "../../viz/itemMapLayout";
import { type Direction, nearestPoint, pointTowards } from "../../viz/scatter";
import { inRem } from "../../viz/useRoom";
import { inOneList } from "../common/inOneList";
import { itemName, valuesInWords } from "../common/itemWords";
import { addItem } from "../common/sessionActions";
import { keepItem, keptItem, listedItem, pointedItem } from "./choice";
import { answeredMaps, drawn, markOfItem } from "./model";

const DIRECTIONS: Readonly<Record<string, Direction>> = {
  ArrowLeft: "left",
  ArrowRight: "right",
  ArrowUp: "up",
  ArrowDown: "down",
};

/** How far from a mark a pointer still means it, in the drawing's units. */
const REACH = 24;
const HALF = 10;

interface Props {
  /** Which of the maps. */
  readonly index: number;
  readonly title: string;
  readonly part: MapPart;
}

export function Points({ index, title, part }: Props) {
  const data = catalogue.value;
  const { x, y, width, height } = part.frame;
  const ids = drawn.value;
  const wanted = listedItem.value;
  const active = (wanted === null ? null : markOfItem(wanted)) ?? 0;
  const item = ids[active] ?? 1;
  const at = part.points[active] ?? { x, y };
  const name = itemName(data, item);
  const found = data?.items[item];
  const near = (answeredMaps.value[index]?.answer.map.neighbours[item - 1] ?? []).map((one) => itemName(data, one));
  const label = t().map.itemLabel(name, data && found ? valuesInWords(data, found) : "", inOneList(near));

  const under = (event: PointerEvent | MouseEvent): number | null => {
    if (!(event.currentTarget instanceof HTMLElement)) return null;
    const box = event.currentTarget.getBoundingClientRect();
    const scale = width / box.width;
    const place = { x: x + (event.clientX - box.left) * scale, y: y + (event.clientY - box.top) * scale };
    const mark = nearestPoint(part.points, place, REACH);
    return mark === null ? null : (ids[mark] ?? null);
  };

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const direction = DIRECTIONS[event.key];
    if (direction) pointedItem.value = ids[pointTowards(part.points, active, direction)] ?? item;
    else if (event.key === "Enter") addItem(item);
    else if (event.key === " ") keepItem(item);
    else if (event.key === "Escape" && (keptItem.value !== null || pointedItem.value !== null)) {
      keepItem(null);
      pointedItem.value = null;
    } else return;
    event.preventDefault();
    event.stopPropagation();
  };

  const id = `item-map-${index}`;
  return (
    <div
      id={id}
      class="map item-points"
      role="listbox"
      tabIndex={0}
      aria-label={t().map.mapLabel(title)}
      aria-activedescendant={`${id}-active`}
      style={{ left: inRem(x), top: inRem(y), width: inRem(width), height: inRem(height) }}
      onPointerMove={(event) => {
        if (event.pointerType === "mouse") pointedItem.value = under(event);
      }}
      onPointerLeave={(event) => {
        if (event.pointerType === "mouse") pointedItem.value = null;
      }}
      onBlur={() => {
        pointedItem.value = null;
      }}
      onClick={(event) => {
        const hit = under(event);
        if (hit !== null) keepItem(hit);
        else if (keptItem.value !== null) keepItem(null);
      }}
      onKeyDown={onKeyDown}
    >
      {/* biome-ignore lint/a11y/useFocusableInteractive: the list itself holds the focus */}
      <div
        id={`${id}-active`}
        class="map-focus"
        role="option"
        aria-selected={session.value.includes(item)}
        aria-setsize={ids.length}
        aria-posinset={active + 1}
        aria-label={label}
        style={{
          ...{ left: inRem(at.x - x - HALF), top: inRem(at.y - y - HALF) },
          ...{ width: inRem(2 * HALF), height: inRem(2 * HALF) },
        }}
      />
    </div>
  );
}
