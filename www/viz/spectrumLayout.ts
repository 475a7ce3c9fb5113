// Where everything of a spectrum goes, in pixels: no DOM, so that it can be tested.
import { SMALLEST } from "./marks";
import type { SpectrumBlock, SpectrumLine, SpectrumModel } from "./spectrumModel";
import { textWidth } from "./textWidth";

export interface SpectrumSize {
  readonly width: number;
  readonly height: number;
}

interface Point {
  readonly x: number;
  readonly y: number;
}

export interface DrawnLine {
  readonly line: SpectrumLine;
  readonly points: readonly Point[];
  /** Of its bound; null: it has none. */
  readonly bound: number | null;
}

export interface SpectrumName {
  readonly x: number;
  readonly y: number;
  readonly anchor: "start" | "middle" | "end";
  readonly name: string;
  readonly note: string;
}

export interface SpectrumLayout extends SpectrumSize {
  readonly plot: { readonly left: number; readonly right: number; readonly top: number; readonly bottom: number };
  /** Middle of the place of a value, counted from 1. */
  readonly x: (place: number) => number;
  readonly y: (ratio: number) => number;
  readonly radius: number;
  readonly lines: readonly DrawnLine[];
  readonly sources: readonly { readonly at: number; readonly points: readonly Point[] }[];
  readonly names: readonly SpectrumName[];
  /** Upper edge of the noise. */
  readonly noise: number;
  readonly noiseWord: Point & { readonly text: string };
  readonly blocks: readonly (SpectrumBlock & { readonly x: number; readonly width: number; readonly text: string })[];
  readonly blockTop: number;
  readonly yTicks: readonly { readonly at: number; readonly text: string }[];
  readonly xTicks: readonly { readonly at: number; readonly text: string }[];
  readonly tickY: number;
  readonly axisY: number;
}

const LEFT = 42;
const RIGHT = 10;
const TOP = 24;
const BLOCK = 20;
export const NAME_SIZE = 12;
const NAME_STEP = 15;
/** Exponents of the least value that is told from 0, and of the lines across. */
const LEAST = -17;
const LINES = [0, -4, -8, -12, -16];
const LARGEST_DOT = 3.4;

const written = (exponent: number) => (exponent === 0 ? "1" : `1e−${-exponent}`);

/** Values as shares of the largest, in their places. What is 0 lies on the floor. */
function pointsOf(values: readonly number[], count: number, { x, y }: Pick<SpectrumLayout, "x" | "y">): Point[] {
  const largest = values[0] ?? 0;
  return values.slice(0, count).map((value, index) => ({ x: x(index + 1), y: y(largest > 0 ? value / largest : 0) }));
}

export function layoutSpectrum(model: SpectrumModel, { width, height }: SpectrumSize): SpectrumLayout {
  const { n, lines, blocks } = model;
  const foot = blocks.length > 0 ? BLOCK + 8 : 4;
  const plot = { left: LEFT, right: width - RIGHT, top: TOP, bottom: height - foot - 36 };
  const step = (plot.right - plot.left) / Math.max(1, n);
  const x = (place: number) => plot.left + (place - 0.5) * step;
  const y = (ratio: number) => {
    const exponent = ratio > 0 ? Math.max(LEAST, Math.log10(ratio)) : LEAST;
    return plot.top + (exponent / LEAST) * (plot.bottom - plot.top);
  };
  const noise = y(model.threshold);
  const tickY = plot.bottom + foot + 10;
  const names = namesOf(model, { plot, x, y });
  const ends = lines.map(({ rank }) => rank);
  return {
    ...{ width, height, plot, x, y, noise, tickY, names },
    radius: Math.min(LARGEST_DOT, step * 0.36),
    lines: lines.map((line) => ({
      line,
      points: pointsOf(line.values, n, { x, y }),
      bound: line.bound === null ? null : x(line.bound + 0.5),
    })),
    sources: model.sources.map(({ values, rank }, at) => ({ at, points: pointsOf(values, rank + 1, { x, y }) })),
    noiseWord: noiseWord(model, plot, x, noise + 11),
    blocks: blocksOf(blocks, x),
    blockTop: plot.bottom + 6,
    yTicks: LINES.map((exponent) => ({ at: y(10 ** exponent), text: written(exponent) })),
    xTicks: ticksOf([1, ...ends, n], n, x),
    axisY: tickY + 17,
  };
}

/** What the noise is called, in the widest room that no cliff goes through: the last one that is wide enough. */
function noiseWord(
  { n, lines, words }: SpectrumModel,
  plot: SpectrumLayout["plot"],
  x: (place: number) => number,
  y: number,
) {
  const cliffs = lines.map(({ rank }) => rank).filter((rank) => rank < n);
  const edges = [plot.left, ...cliffs.sort((a, b) => a - b).map((rank) => x(rank + 1) + 4), plot.right];
  for (const text of [words.noise, words.noiseShort]) {
    for (let at = edges.length - 1; at > 0; at--) {
      const [from, to] = [edges[at - 1] ?? 0, edges[at] ?? 0];
      // The next cliff begins a place before it ends.
      const end = at === edges.length - 1 ? to - 4 : to - (x(2) - x(1)) - 8;
      if (from + 4 + textWidth(text, SMALLEST) <= end) return { x: end, y, text };
    }
  }
  return { x: plot.right - 4, y, text: words.noiseShort };
}

/** The blocks beside each other, each as wide as the values it adds; letters where they fit. */
function blocksOf(blocks: readonly SpectrumBlock[], x: (place: number) => number) {
  let before = 0;
  return blocks.map((block) => {
    const from = x(before + 0.5);
    before += block.adds;
    const width = Math.max(0, x(before + 0.5) - from - 1.5);
    const whole = `${block.letter} ${block.adds}`;
    const fits = (text: string) => textWidth(text, SMALLEST, true) + 4 <= width;
    return { ...block, x: from, width, text: fits(whole) ? whole : fits(block.letter) ? block.letter : "" };
  });
}

/** The places that mean something, without those that have no room beside one that means more: where a line ends, then the ends. */
function ticksOf(wanted: readonly number[], n: number, x: (place: number) => number) {
  const order = [...new Set([...wanted.slice(1, -1), n, 1])].filter((place) => place >= 1 && place <= n);
  const kept: number[] = [];
  const half = (place: number) => textWidth(String(place), SMALLEST) / 2;
  for (const place of order) {
    if (kept.every((one) => Math.abs(x(one) - x(place)) >= half(one) + half(place) + 4)) kept.push(place);
  }
  return kept.sort((a, b) => a - b).map((place) => ({ at: x(place), text: String(place) }));
}

/** Names beside the cliffs: the lower one in the middle of the empty room behind its cliff, the other where its cliff leaves room. */
function namesOf(
  { n, lines, words }: SpectrumModel,
  { plot, x, y }: Pick<SpectrumLayout, "plot" | "x" | "y">,
): SpectrumName[] {
  const isNarrow = plot.right - plot.left < 330;
  if (lines.length > 1 && lines.every(({ rank }) => rank >= n)) {
    const middle = (plot.left + plot.right) / 2;
    return [{ x: middle, y: y(1e-7), anchor: "middle", name: words.full, note: "" }];
  }
  const byRank = [...lines].sort((a, b) => a.rank - b.rank);
  return byRank.map((line, index): SpectrumName => {
    const [name, note] = isNarrow ? [line.short, ""] : [line.name, line.note];
    const wide = (given: string) => Math.max(textWidth(name, NAME_SIZE, true), textWidth(given, SMALLEST));
    const cliff = x(line.rank + 0.5);
    const isFirst = index === 0 && byRank.length > 1;
    // Behind its cliff, up to the next one.
    const next = byRank[index + 1];
    const room = next && next.rank > line.rank ? x(next.rank) : plot.right - 2;
    for (const kept of [note, ""]) {
      if (cliff + 8 + wide(kept) > room) continue;
      return { x: cliff + 8, y: y(isFirst ? 1e-7 : 1e-3), anchor: "start", name, note: kept };
    }
    // In front of it, below its own line; what would lie on the other's cliff is left out.
    const other = byRank.find((one) => one !== line && one.rank < line.rank);
    const from = other ? x(other.rank + 1) : plot.left + 4;
    const kept = cliff - 10 - wide(note) > from ? note : "";
    const end = Math.max(cliff - 10, plot.left + wide(kept) + 4);
    return { x: end, y: y(isFirst ? 1e-6 : 1e-10), anchor: "end", name, note: kept };
  });
}

/** Where the second line of a name is. */
export const noteY = (name: SpectrumName) => name.y + NAME_STEP;
