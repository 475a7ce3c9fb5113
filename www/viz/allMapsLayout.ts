// Where the small maps go, in pixels: layers beside each other where there is room, one below the other elsewhere.
import type { AllMapsModel, AllPlace } from "./allMapsModel";
import { SMALLEST } from "./marks";
import { textWidth } from "./textWidth";

export interface AllBlock {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly title: string;
}

export interface AllMapsLayout {
  readonly width: number;
  readonly height: number;
  /** Of one map. */
  readonly side: number;
  /** Between two maps. */
  readonly gap: number;
  /** True: columns wear their names; else mark and letter. */
  readonly isNamed: boolean;
  readonly blocks: readonly AllBlock[];
  /** Corner of each map, by head and column. */
  readonly places: readonly (readonly { readonly x: number; readonly y: number }[])[];
}

const LABEL = 24;
const WIDEST = 88;
const NARROWEST = 36;
const BETWEEN_BLOCKS = 36;
const BELOW_BLOCK = 24;
export const ALL_TITLE = 24;
export const ALL_NAMES = 22;

export function layoutAllMaps(model: AllMapsModel, width: number): AllMapsLayout {
  const count = model.columns.length;
  const layers = [...new Set(model.heads.map(({ layer }) => layer))];
  const gap = width < 480 ? 6 : 10;
  const sideOf = (blocks: number) =>
    Math.floor(((width - (blocks - 1) * BETWEEN_BLOCKS) / blocks - LABEL - (count - 1) * gap) / count);
  const beside = Math.max(1, [4, 3, 2].find((blocks) => blocks <= layers.length && sideOf(blocks) >= 52) ?? 1);
  const side = Math.max(NARROWEST, Math.min(WIDEST, sideOf(beside)));
  const blockWidth = LABEL + count * side + (count - 1) * gap;
  const isNamed = model.columns.every(({ name }) => 14 + textWidth(name, SMALLEST) <= side + gap - 4);
  const blocks: AllBlock[] = [];
  const places: { x: number; y: number }[][] = [];
  let [top, bottom] = [0, 0];
  layers.forEach((layer, index) => {
    const column = index % beside;
    if (column === 0 && index > 0) top = bottom + BELOW_BLOCK;
    const x = column * (blockWidth + BETWEEN_BLOCKS);
    const rows = model.heads.flatMap((head, at) => (head.layer === layer ? [{ head, at }] : []));
    blocks.push({ x, y: top, width: blockWidth, title: model.words.layer(rows[0]?.head.layerName ?? "") });
    rows.forEach(({ at }, row) => {
      const y = top + ALL_TITLE + ALL_NAMES + row * (side + gap);
      places[at] = model.columns.map((_, one) => ({ x: x + LABEL + one * (side + gap), y }));
      bottom = Math.max(bottom, y + side);
    });
  });
  return { width, height: bottom + 2, side, gap, isNamed, blocks, places };
}

/** Which map lies under a point: the nearest one, as far as half the room between two. */
export function mapUnder({ places, side, gap }: AllMapsLayout, x: number, y: number): AllPlace | null {
  for (const [head, row] of places.entries())
    for (const [column, at] of row.entries()) {
      const isInside = (value: number, low: number) => value >= low - gap / 2 && value < low + side + gap / 2;
      if (isInside(x, at.x) && isInside(y, at.y)) return { head, column };
    }
  return null;
}

export type Move = "left" | "right" | "up" | "down" | "start" | "end";

/** Where an arrow key leads; down from the last head of a layer lies the first of the next. */
export function moveMap({ head, column }: AllPlace, move: Move, heads: number, columns: number): AllPlace {
  const inside = (value: number, most: number) => Math.min(most - 1, Math.max(0, value));
  switch (move) {
    case "left":
      return { head, column: inside(column - 1, columns) };
    case "right":
      return { head, column: inside(column + 1, columns) };
    case "up":
      return { head: inside(head - 1, heads), column };
    case "down":
      return { head: inside(head + 1, heads), column };
    case "start":
      return { head, column: 0 };
    case "end":
      return { head, column: columns - 1 };
  }
}
