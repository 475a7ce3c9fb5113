// One item with each source off, and with its scores halved where that was asked, beside the item as it stands.
import type { VNode } from "preact";
import { type Axis, drawBase, drawChange, onAxis } from "./dumbbell";
import type { Figure, FigureParts, FigureSize } from "./figure";
import { framed, titleBlock } from "./frame";
import { hollowMark } from "./hollowMark";
import { label, paragraph, snap, sourceMark } from "./marks";
import { textWidth, wrapText } from "./textWidth";
import type { SourceToken, Theme } from "./tokens";

/** As written: "7.4 %" and "1 → 4". */
export interface SourceStanding {
  readonly probability: number;
  readonly percent: string;
  readonly rank: string;
}

export interface SourceRow {
  readonly name: string;
  readonly letter: string;
  readonly source: SourceToken;
  readonly off: SourceStanding;
  /** Null: it was not asked. */
  readonly half: SourceStanding | null;
}

export interface SourcesFigure extends FigureParts {
  readonly rows: readonly SourceRow[];
  readonly base: number;
  readonly most: number;
  readonly words: {
    readonly source: string;
    readonly probability: string;
    readonly off: string;
    /** Empty where no row has it. */
    readonly half: string;
    readonly key: string;
  };
}

const TEXT = 12;
const HEAD = 24;
const NAME_AT = 20;
const PERCENT = 56;
const RANK = 64;
const MARK = 11;

export function sourcesFigure(figure: SourcesFigure, size: FigureSize, theme: Theme): Figure {
  const { width } = size;
  const { rows, base, words } = figure;
  const isNarrow = width < 560;
  const hasHalf = rows.some(({ half }) => half !== null);
  const row = isNarrow ? (hasHalf ? 84 : 66) : 28;
  const names = Math.max(textWidth(words.source, TEXT), ...rows.map(({ name }) => textWidth(name, TEXT, true)));
  const left = isNarrow ? NAME_AT : NAME_AT + names + 20;
  const numbers = PERCENT + RANK;
  const right = isNarrow ? width - 8 : width - (hasHalf ? 2 : 1) * numbers - 24;
  const axis: Axis = { left, width: right - left, most: figure.most };
  const end = HEAD + rows.length * row;
  const key = wrapText(words.key, 11, width);
  const quiet = { fill: theme("ink-3") };

  const written = (of: SourceStanding, x: number, y: number, what: string): VNode => {
    const ink = { fill: theme("ink"), size: TEXT, anchor: "end" as const };
    return (
      <g>
        {isNarrow && label(NAME_AT, y, what, quiet)}
        {label(x - RANK, y, of.percent, ink)}
        {label(x, y, of.rank, ink)}
      </g>
    );
  };

  const drawOne = (one: SourceRow, index: number): VNode => {
    const top = HEAD + index * row;
    const middle = top + (isNarrow ? 13 : row / 2);
    const bar = top + (isNarrow ? row - 14 : row / 2);
    return (
      <g key={one.letter}>
        {sourceMark(one.source, 6, middle, MARK, theme)}
        {label(NAME_AT, middle, one.name, { fill: theme("ink"), size: TEXT, bold: true })}
        {isNarrow && drawBase(base, axis, bar - 9, bar + 9, theme)}
        {drawChange(base, one.off.probability, axis, bar, theme)}
        {one.half && hollowMark(one.source, onAxis(one.half.probability, axis), bar, MARK, theme)}
        {sourceMark(one.source, onAxis(one.off.probability, axis), bar, MARK, theme)}
        {written(one.off, isNarrow ? width : right + 12 + numbers, isNarrow ? middle + 19 : middle, words.off)}
        {one.half && written(one.half, width, isNarrow ? middle + 37 : middle, words.half)}
      </g>
    );
  };

  const drawing = (
    <g>
      {label(0, 8, words.source, quiet)}
      {!isNarrow && label(left, 8, words.probability, quiet)}
      {!isNarrow && label(right + 12 + numbers, 8, words.off, { ...quiet, anchor: "end" })}
      {!isNarrow && hasHalf && label(width, 8, words.half, { ...quiet, anchor: "end" })}
      <path d={`M0 ${snap(18)}H${width}`} stroke={theme("line")} />
      {!isNarrow && drawBase(base, axis, HEAD - 5, end, theme)}
      {rows.map(drawOne)}
      {paragraph(0, end + 16, key, quiet)}
    </g>
  );
  const height = end + 12 + key.length * 15;
  return framed(figure, { drawing, width, height, head: titleBlock(figure, width) }, size, theme);
}
