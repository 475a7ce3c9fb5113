// Where everything of the diagrams goes. All are equally high and their lanes are aligned, so that the height of the hexagon says where the
// sources meet.
import type { FusedDiagram, FusedModel } from "./fusedModel";
import { LINE_HEIGHT, SMALLEST } from "./marks";
import { textWidth, wrapText } from "./textWidth";

/** Heights inside a diagram, from its top. */
export const AT = {
  title: 9,
  rule: 22,
  sub: 37,
  output: 66,
  next: { top: 54, height: 24 },
  lateJoin: 106,
  lane1: 132,
  times: 148,
  weights: 184,
  join: 230,
  scores: 279,
  number: 308,
  insideJoin: 302,
  lane2: 322,
  plus: 350,
  earlyJoin: 346,
  mark: 400,
  letter: 417,
  width: 432,
} as const;
export const BOX = 34;
export const INSIDE = 30;
export const HEX = 22;
const DIAGRAM_HEIGHT = 442;
const FIRST = 84;
const LAST = 22;
const WIDEST_STEP = 54;
/** The path of the values on its way up. */
export const VALUES_X = 58;
/** As narrow as a diagram of five sources can be read. */
const NARROWEST = 258;
const WIDEST = 352;
const BETWEEN = 28;
/** From the beginning of a line of the key to its words. */
export const KEY_LINE = 34;
const KEY_ROW = 18;

export interface DiagramPlace {
  /** Its left edge. */
  readonly x: number;
  readonly y: number;
  readonly width: number;
  /** Middles of the sources, of all of them, of item and position, of the attributes. */
  readonly sources: readonly number[];
  readonly middle: number;
  readonly left: number;
  readonly right: number;
  /** Between two sources. */
  readonly step: number;
}

export interface FusedLayout {
  readonly width: number;
  readonly height: number;
  readonly places: readonly DiagramPlace[];
  /** Below them: what the lines stand for, and how to read the numbers. */
  readonly key: {
    readonly paths: readonly { readonly x: number; readonly y: number }[];
    readonly y: number;
    readonly lines: readonly string[];
  };
}

/** How many diagrams stand beside each other. */
export function diagramsAcross(width: number, most = 3): number {
  return Math.max(1, Math.min(most, Math.floor((width + BETWEEN) / (NARROWEST + BETWEEN))));
}

const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / Math.max(1, values.length);

function placeOf({ sources }: FusedDiagram, x: number, y: number, width: number): DiagramPlace {
  const step = Math.min(WIDEST_STEP, (width - FIRST - LAST) / Math.max(1, sources.length - 1));
  const xs = sources.map((_, index) => FIRST + index * step);
  const [own, attributes] = [xs.slice(0, 2), xs.slice(2)];
  return { x, y, width, sources: xs, middle: mean(xs), left: mean(own), right: mean(attributes), step };
}

/** On the page the key is a paragraph; in a file it stands below. */
export function layoutFused({ diagrams, words }: FusedModel, width: number, keyed: boolean): FusedLayout {
  const across = diagramsAcross(width, diagrams.length);
  const wide = Math.min(across === 1 ? WIDEST : width, Math.floor((width - (across - 1) * BETWEEN) / across));
  const places = diagrams.map((diagram, index) => {
    const [column, row] = [index % across, Math.floor(index / across)];
    return placeOf(diagram, column * (wide + BETWEEN), row * (DIAGRAM_HEIGHT + BETWEEN), wide);
  });
  const rows = Math.ceil(diagrams.length / across);
  const end = rows * (DIAGRAM_HEIGHT + BETWEEN) - BETWEEN;
  const lines = keyed ? wrapText(words.reading, SMALLEST, width) : [];
  const second = KEY_LINE + textWidth(words.scoresPath, SMALLEST) + 20;
  const isOneLine = second + KEY_LINE + textWidth(words.valuesPath, SMALLEST) <= width;
  const y = end + 18;
  const paths = isOneLine
    ? [
        { x: 0, y },
        { x: second, y },
      ]
    : [
        { x: 0, y },
        { x: 0, y: y + KEY_ROW },
      ];
  const below = y + (isOneLine ? KEY_ROW : 2 * KEY_ROW);
  const height = keyed ? below + Math.max(0, lines.length - 0.5) * LINE_HEIGHT : end;
  return { width, height, places, key: { paths, y: below, lines } };
}

/** A place that pointers and keys reach: the mark of a source, or its map. */
export interface Spot {
  readonly letter: string;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** The marks below a diagram, with their letters. */
export function sourceSpots({ sources }: FusedDiagram, place: DiagramPlace): Spot[] {
  return sources.map(({ letter }, index) => ({
    letter,
    x: place.x + (place.sources[index] ?? 0) - place.step / 2,
    y: place.y + AT.mark - 12,
    width: place.step,
    height: AT.width - AT.mark + 22,
  }));
}

/** The maps that belong to one source. */
export function mapSpots({ plan, sources }: FusedDiagram, place: DiagramPlace): Spot[] {
  if (plan !== "decoupled") return [];
  return sources.map(({ letter }, index) => ({
    letter,
    x: place.x + (place.sources[index] ?? 0) - BOX / 2,
    y: place.y + AT.scores - BOX / 2,
    width: BOX,
    height: AT.number - AT.scores + BOX / 2 + 8,
  }));
}
