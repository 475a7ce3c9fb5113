// Where the maps of several models go: in one row, or in two where they would be too small.

import { type KeyLayout, layoutKeys } from "./keys";
import { writeBound } from "./mapsModel";
import { LINE_HEIGHT, type RampKey, SMALLEST } from "./marks";
import { type SideMap, type SideModel, sideMapsOf } from "./sideModel";
import { fitText, textWidth, wrapText } from "./textWidth";

export interface SidePlace {
  /** Left end and top of its head, and the width of head and map. */
  readonly left: number;
  readonly head: number;
  readonly width: number;
  readonly name: string;
  readonly shown: readonly string[];
  /** Line of its value, from the top of the head; at the right end, or at the left where the name needs the line. */
  readonly valueAt: number;
  readonly valueAnchor: "start" | "end";
  /** The cells. */
  readonly x: number;
  readonly y: number;
  readonly side: number;
  /** Why there are none. */
  readonly note: readonly string[];
}

export interface SideLayout {
  readonly width: number;
  readonly height: number;
  readonly places: readonly SidePlace[];
  readonly key: KeyLayout;
}

/** Widest map; more would be larger than its numbers deserve. */
const WIDEST = 248;
const NARROWEST = 96;
const GAP = 20;
/** Room for the items at the left and at the foot. */
export const SIDE_AXIS = 20;
export const NAME_SIZE = 12;
/** From the left end of a head to its name, past the letter. */
export const LETTER = 22;
export const NAME_AT = 22;
/** From the middle of a name to that of the line below it. */
export const SHOWN_AT = 18;
/** The widest number a map writes. */
const WIDEST_VALUE = "+0.00";

function headOf(map: SideMap, width: number, value: number) {
  const from = map.letter ? LETTER : 0;
  return {
    name: fitText(map.name, NAME_SIZE, width - from),
    shown: wrapText(map.shown, SMALLEST, width),
    fits: from + textWidth(map.name, NAME_SIZE) + 8 + value <= width,
  };
}

function keysOf({ bound, contrast, difference, words, signed, decimal }: SideModel): RampKey[] {
  const weights: RampKey = { ramp: "seq", low: "0", high: writeBound(bound, decimal), unit: words.weight };
  if (!difference.cells) return [weights];
  const low = `${words.moreLow} ${writeBound(-contrast, signed)}`;
  return [weights, { ramp: "div", low, high: writeBound(contrast, signed), unit: words.moreHigh }];
}

export function layoutSide(model: SideModel, width: number): SideLayout {
  const maps = sideMapsOf(model);
  const count = maps.length;
  const fits = Math.max(1, Math.floor((width + GAP) / (NARROWEST + SIDE_AXIS + GAP)));
  const columns = Math.min(count, fits < count ? Math.max(2, Math.min(fits, Math.ceil(count / 2))) : count);
  const column = Math.min(WIDEST + SIDE_AXIS, Math.floor((width - (columns - 1) * GAP) / columns));
  const side = column - SIDE_AXIS;
  const value = Math.max(textWidth(WIDEST_VALUE, NAME_SIZE, true), textWidth(model.words.blank, NAME_SIZE, true));

  const heads = maps.map((map) => headOf(map, column, value));
  const beside = heads.every((head) => head.fits);
  const lines = Math.max(...heads.map((head) => head.shown.length));
  const below = NAME_AT + (lines > 0 ? SHOWN_AT + (lines - 1) * LINE_HEIGHT : 0);
  const headHeight = below + (beside ? 12 : 30);
  const rowHeight = headHeight + side + SIDE_AXIS + GAP;
  const places = maps.map((map, index): SidePlace => {
    const left = (index % columns) * (column + GAP);
    const head = Math.floor(index / columns) * rowHeight;
    const { name = "", shown = [] } = heads[index] ?? {};
    return {
      ...{ left, head, width: column, name, shown, side, x: left + SIDE_AXIS, y: head + headHeight },
      ...(beside ? { valueAt: NAME_AT, valueAnchor: "end" } : { valueAt: below + 17, valueAnchor: "start" }),
      note: map.cells ? [] : wrapText(map.note, NAME_SIZE, column),
    };
  });
  const end = Math.ceil(count / columns) * rowHeight - GAP;
  const key = layoutKeys(keysOf(model), model.words.axes, { x: 0, y: end + 16, width });
  return { width, height: key.bottom, places, key };
}
