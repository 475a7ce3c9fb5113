// The next items with their bars: on the page a list whose rows can be pressed, in a file this drawing.
import type { VNode } from "preact";
import type { Figure, FigureParts, FigureSize } from "./figure";
import { framed, titleBlock } from "./frame";
import { type ItemSign, itemMark, label, SMALLEST, snap } from "./marks";
import { fitText, textWidth } from "./textWidth";
import type { Theme, Token } from "./tokens";

/** How the rank moved: "▲3", "=", "new"; the way says its colour. */
export interface NextChange {
  readonly text: string;
  readonly way: "up" | "down" | "none";
}

export interface NextRow extends ItemSign {
  readonly rank: string;
  readonly name: string;
  readonly probability: number;
  /** As written: "20.5". */
  readonly percent: string;
  /** The planted probability, where there is one. */
  readonly truth: number | null;
  readonly change: NextChange | null;
  /** The item that really came next, once it was revealed. */
  readonly isTrue: boolean;
}

export interface NextFigure extends FigureParts {
  readonly rows: readonly NextRow[];
  readonly words: {
    readonly probability: string;
    readonly truth: string;
    readonly percent: string;
    readonly rank: string;
    /** Behind the name of the item that really came next. */
    readonly isTrue: string;
  };
}

const TEXT = 12;
const HEAD = 24;
const ROW = 26;
const NAME_AT = 44;
const PERCENT = 44;
const CHANGE = 40;
const BAR = 10;
const LONGEST_BAR = 0.975;

const CHANGE_COLOURS: Readonly<Record<NextChange["way"], Token>> = { up: "div-7", down: "div-1", none: "ink-3" };

export function nextFigure(figure: NextFigure, size: FigureSize, theme: Theme): Figure {
  const { width } = size;
  const { rows, words } = figure;
  const changes = rows.some(({ change }) => change !== null) ? CHANGE : 0;
  const named = rows.map((row) => ({ ...row, name: row.isTrue ? `${row.name}, ${words.isTrue}` : row.name }));
  const longest = Math.max(0, ...named.map(({ name, isTrue }) => textWidth(name, TEXT, isTrue)));
  const left = Math.min(Math.ceil(NAME_AT + longest + 16), Math.round(width * 0.5));
  const right = width - PERCENT - changes - 8;
  const most = Math.max(0, ...rows.flatMap(({ probability, truth }) => [probability, truth ?? 0]));
  const along = (value: number) => (most > 0 ? (value / most) * (right - left) * LONGEST_BAR : 0);
  const quiet = { fill: theme("ink-3") };

  const drawRow = (row: NextRow, index: number): VNode => {
    const middle = HEAD + index * ROW + ROW / 2;
    const ink = { fill: theme("ink"), size: TEXT, bold: row.isTrue };
    return (
      <g key={index}>
        {label(16, middle, row.rank, { ...quiet, anchor: "end" })}
        {itemMark(row, 29, middle, 17, theme("ink"))}
        {label(NAME_AT, middle, fitText(row.name, TEXT, left - NAME_AT - 8, row.isTrue), ink)}
        <rect x={left} y={middle - BAR / 2} width={along(row.probability)} height={BAR} fill={theme("bar")} />
        {row.truth !== null && (
          <rect
            x={left + along(row.truth) - 1.5}
            y={middle - BAR / 2 - 3}
            width={3}
            height={BAR + 6}
            fill={theme("ink")}
            stroke={theme("paper")}
          />
        )}
        {label(width - changes, middle, row.percent, { ...ink, anchor: "end" })}
        {row.change &&
          label(width, middle, row.change.text, {
            ...{ fill: theme(CHANGE_COLOURS[row.change.way]), bold: row.change.way === "up", anchor: "end" },
          })}
      </g>
    );
  };

  const hasTruth = rows.some(({ truth }) => truth !== null);
  const key = textWidth(words.probability, SMALLEST) + 16;
  const drawing = (
    <g>
      {label(0, 8, words.probability, quiet)}
      {hasTruth && <rect x={key} y={2} width={2} height={12} fill={theme("ink")} />}
      {hasTruth && label(key + 7, 8, words.truth, quiet)}
      {label(width - changes, 8, words.percent, { ...quiet, anchor: "end" })}
      {changes > 0 && label(width, 8, words.rank, { ...quiet, anchor: "end" })}
      <path d={`M0 ${snap(18)}H${width}`} stroke={theme("line")} />
      {named.map(drawRow)}
    </g>
  );
  const body = { drawing, width, height: HEAD + rows.length * ROW, head: titleBlock(figure, width) };
  return framed(figure, body, size, theme);
}
