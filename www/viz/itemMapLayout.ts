// Where everything of the item map goes, in pixels: two maps beside each other, or one below the other.
import { boxAround, boxOfText, placeText, type Room, type TextBox } from "./freePlace";
import type { ItemMapModel, OneItemMap, ValueKey } from "./itemMapModel";
import { alongPath, type Frame, fitPoints, type Point, pushApart } from "./scatter";
import { fitText } from "./textWidth";

export interface PlacedText extends Point {
  readonly text: string;
}

export interface MapPart {
  readonly frame: Frame;
  /** Top of the rule above it. */
  readonly head: number;
  readonly points: readonly Point[];
  /** Middles of the numbered discs; their items stay where they are. */
  readonly stops: readonly Point[];
  readonly next: Point | null;
  readonly nextName: PlacedText | null;
  readonly names: readonly (PlacedText & { readonly value: number })[];
  /** What a name that comes later must not cover. */
  readonly taken: readonly TextBox[];
}

export interface ItemMapLayout {
  readonly width: number;
  readonly height: number;
  readonly parts: readonly MapPart[];
}

export const STOP = 8.5;
export const NAME = 12;
export const VALUE = 11;
const GAP = 2 * STOP + 2;
const HEAD = 28;
const BETWEEN = 32;
const BELOW = 20;
const MARGIN = 12;
const BESIDE_FROM = 600;
const HIGHEST = 400;

export function layoutItemMap(model: ItemMapModel, width: number): ItemMapLayout {
  const isBeside = width >= BESIDE_FROM && model.maps.length > 1;
  const each = isBeside ? Math.floor((width - BETWEEN) / 2) : width;
  const height = Math.min(HIGHEST, Math.round(each * 0.76));
  const parts = model.maps.map((map, index) => {
    const x = isBeside ? index * (each + BETWEEN) : 0;
    const head = isBeside ? 0 : index * (HEAD + height + BELOW);
    return layoutPart(model, map, { x, y: head + HEAD, width: each, height }, head);
  });
  const rows = isBeside ? 1 : model.maps.length;
  return { width, height: rows * (HEAD + height) + (rows - 1) * BELOW, parts };
}

function layoutPart(model: ItemMapModel, map: OneItemMap, frame: Frame, head: number): MapPart {
  const points = fitPoints(map.points, frame, MARGIN);
  const pointOf = (mark: number): Point => points[mark] ?? { x: frame.x, y: frame.y };
  const wanted = [...model.stops, ...(model.next ? [model.next] : [])].map(({ mark }) => pointOf(mark));
  const discs = pushApart(wanted, GAP, frame);
  const stops = discs.slice(0, model.stops.length);
  const next = model.next ? (discs.at(-1) ?? null) : null;
  const taken = discs.map((disc) => boxAround(disc, STOP + 1));
  const room = { frame, taken, marks: [...points, ...alongPath(discs, 6)] };
  const nextName = next && model.next ? placeName(next, model.next.name, room) : null;
  if (nextName) taken.push(boxOfText(nextName, nextName.text, NAME, true));
  const names = map.isNamed ? nameValues(model.values, pointOf, { ...room, points }, taken) : [];
  return { frame, head, points, stops, next, nextName, names, taken };
}

/** The name of an item beside its place. */
export function placeName(at: Point, name: string, room: Room): PlacedText | null {
  const text = fitText(name, NAME, room.frame.width * 0.6, true);
  const place = placeText(at, { text, size: NAME, bold: true }, [STOP + 3, STOP + 9, STOP + 18], room);
  return place && { ...place, text };
}

/** So much nearer to each other than all items are: what makes a group. */
const TOGETHER = 0.8;

function middleOf(points: readonly Point[]): Point {
  const mean = (axis: "x" | "y") => points.reduce((sum, point) => sum + point[axis], 0) / Math.max(1, points.length);
  return { x: mean("x"), y: mean("y") };
}

/** Mean distance from the middle. */
function spreadOf(points: readonly Point[], middle: Point): number {
  const far = points.reduce((sum, { x, y }) => sum + Math.hypot(x - middle.x, y - middle.y), 0);
  return far / Math.max(1, points.length);
}

/** Each value's name near the middle of its items, where it covers few of them; `taken` takes them in. */
function nameValues(
  values: readonly ValueKey[],
  pointOf: (mark: number) => Point,
  room: Room & { readonly points: readonly Point[] },
  taken: TextBox[],
) {
  // The picked one first: it finds room before the others.
  const order = values
    .map((_, value) => value)
    .sort((a, b) => Number(values[b]?.isPicked) - Number(values[a]?.isPicked));
  return order.flatMap((value) => {
    const { marks = [], name = "", isPicked = false } = values[value] ?? {};
    if (marks.length === 0 || name === "") return [];
    const own = marks.map(pointOf);
    const middle = middleOf(own);
    // Items that lie everywhere have no place to be called by.
    if (spreadOf(own, middle) > TOGETHER * spreadOf(room.points, middleOf(room.points))) return [];
    const text = fitText(name, VALUE, room.frame.width / 3, isPicked);
    const look = { text, size: VALUE, bold: isPicked };
    const place = placeText(middle, look, [4, 16, 28, 40, 52], room);
    if (!place) return [];
    taken.push(boxOfText(place, text, VALUE, isPicked));
    return [{ ...place, text, value }];
  });
}
