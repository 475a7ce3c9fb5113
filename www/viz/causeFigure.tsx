// One item without each click: on the page a table whose rows can be pressed, in a file this drawing.
import type { VNode } from "preact";
import { type Axis, drawBase, drawChange, drawDot, drawSigned } from "./dumbbell";
import type { Figure, FigureParts, FigureSize } from "./figure";
import { framed, titleBlock } from "./frame";
import { type ItemSign, itemMark, label, paragraph, snap } from "./marks";
import { fitText, textWidth, wrapText } from "./textWidth";
import type { Theme } from "./tokens";

export interface CauseClick extends ItemSign {
  readonly step: string;
  readonly name: string;
  readonly probability: number;
  /** "1" or "1 → 4". */
  readonly rank: string;
  readonly product: number;
  /** Among the largest by leaving out, and by gradient times input. */
  readonly isLarge: boolean;
  readonly isLargeProduct: boolean;
}

export interface CauseFigure extends FigureParts {
  readonly clicks: readonly CauseClick[];
  /** With all of them. */
  readonly base: number;
  /** Where the axis ends. */
  readonly most: number;
  readonly percent: (probability: number) => string;
  readonly signed: (value: number) => string;
  readonly words: {
    readonly without: string;
    readonly probability: string;
    readonly rank: string;
    readonly product: string;
    readonly line: string;
  };
}

const TEXT = 12;
const LINE = 15;
const NAME_AT = 44;
const PERCENT = 56;
const RANK = 64;
const BAR = 84;
const VALUE = 52;

/** Narrow: the name and the numbers have a line of their own above the axis. */
interface Columns {
  readonly isNarrow: boolean;
  readonly head: number;
  readonly row: number;
  readonly axis: Axis;
  /** Right ends of the three columns of numbers. */
  readonly percent: number;
  readonly rank: number;
  readonly value: number;
  readonly name: number;
}

/** Names have the room they need, up to a share of the whole. */
function columnsOf(width: number, most: number, clicks: readonly CauseClick[]): Columns {
  const isNarrow = width < 560;
  const value = width;
  const rank = width - VALUE - (isNarrow ? 4 : BAR + 20);
  const percent = rank - RANK;
  const longest = Math.max(0, ...clicks.map(({ name, isLarge }) => textWidth(name, TEXT, isLarge)));
  const left = isNarrow ? NAME_AT : Math.min(Math.ceil(NAME_AT + longest + 16), Math.round(width * 0.36));
  const right = isNarrow ? width - 6 : percent - PERCENT - 8;
  const name = (isNarrow ? percent - PERCENT : left - 12) - NAME_AT;
  const head = isNarrow ? 24 + LINE : 24;
  return {
    isNarrow,
    head,
    row: isNarrow ? 44 : 28,
    axis: { left, width: right - left, most },
    percent,
    rank,
    value,
    name,
  };
}

export function causeFigure(figure: CauseFigure, size: FigureSize, theme: Theme): Figure {
  const { width } = size;
  const { clicks, base, words } = figure;
  const at = columnsOf(width, figure.most, clicks);
  const most = Math.max(0, ...clicks.map(({ product }) => Math.abs(product)));
  const end = at.head + clicks.length * at.row;
  const zero = at.value - VALUE - 4 - BAR / 2;
  const key = wrapText(words.line, 11, width);
  const quiet = { fill: theme("ink-3") };

  const drawOne = (click: CauseClick, index: number): VNode => {
    const top = at.head + index * at.row;
    const middle = top + (at.isNarrow ? 13 : at.row / 2);
    const bar = top + (at.isNarrow ? 33 : at.row / 2);
    const ink = (bold: boolean) => ({ fill: theme("ink"), size: TEXT, bold, anchor: "end" as const });
    return (
      <g key={index}>
        {label(14, middle, click.step, { ...quiet, anchor: "end" })}
        {itemMark(click, 28, middle, 18, theme("ink"))}
        {label(NAME_AT, middle, fitText(click.name, TEXT, at.name, click.isLarge), {
          ...{ fill: theme("ink"), size: TEXT, bold: click.isLarge },
        })}
        {at.isNarrow && drawBase(base, at.axis, bar - 9, bar + 9, theme)}
        {drawChange(base, click.probability, at.axis, bar, theme)}
        {drawDot(click.probability, at.axis, bar, click.isLarge, theme)}
        {label(at.percent, middle, figure.percent(click.probability), ink(click.isLarge))}
        {label(at.rank, middle, click.rank, ink(click.isLarge))}
        {!at.isNarrow && drawSigned(click.product, most, zero - BAR / 2, BAR, middle, theme)}
        {label(at.value, middle, figure.signed(click.product), ink(click.isLargeProduct))}
      </g>
    );
  };

  const drawing = (
    <g>
      {label(0, 8, words.without, quiet)}
      {!at.isNarrow && label(at.axis.left, 8, words.probability, quiet)}
      {label(at.rank, at.head - 16, words.rank, { ...quiet, anchor: "end" })}
      {label(at.value, 8, words.product, { ...quiet, anchor: "end" })}
      <path d={`M0 ${snap(at.head - 6)}H${width}`} stroke={theme("line")} />
      {!at.isNarrow && drawBase(base, at.axis, at.head - 5, end, theme)}
      {!at.isNarrow && <path d={`M${snap(zero)} ${at.head - 5}V${end}`} stroke={theme("edge")} />}
      {clicks.map(drawOne)}
      {paragraph(0, end + 16, key, quiet)}
    </g>
  );
  const height = end + 12 + key.length * 15;
  return framed(figure, { drawing, width, height, head: titleBlock(figure, width) }, size, theme);
}
