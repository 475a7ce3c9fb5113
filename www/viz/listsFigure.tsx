// Next items of several models beside each other, in a file: each list in a column of its own, with its ranks in another list; between two of
// them lines join the same item.
import type { VNode } from "preact";
import type { Figure, FigureParts, FigureSize } from "./figure";
import { framed, titleBlock } from "./frame";
import { type LineLook, lineKey } from "./lineLooks";
import { type ItemSign, itemMark, label, snap } from "./marks";
import { fitText, textWidth } from "./textWidth";
import type { Theme } from "./tokens";

export interface ListRow extends ItemSign {
  readonly name: string;
  readonly percent: string;
  /** Rank in the other list, and how many places higher it stands here: "15", "▲13"; "" and "–" where it is no candidate there. */
  readonly elsewhere: string;
  readonly places: string;
  readonly way: -1 | 0 | 1;
  /** Its rank in the other list where that is on screen. */
  readonly to: number | null;
  /** Not among the other's rows. */
  readonly only: boolean;
}

export interface ListColumn {
  readonly letter: string;
  readonly name: string;
  readonly look: LineLook | null;
  /** "in B" */
  readonly other: string;
  readonly rows: readonly ListRow[];
}

export interface ListsFigure extends FigureParts {
  readonly columns: readonly ListColumn[];
  readonly percent: string;
}

const TEXT = 12;
const ROW = 24;
const HEAD = 62;
const NAME_AT = 42;
const PERCENT = 40;
const RANK = 30;
const PLACES = 40;
const MARK = 8;
/** Between two columns, with lines or without. */
const GAP = { lines: 72, plain: 28 };
const LEAST_COLUMN = 240;

export function listsFigure(figure: ListsFigure, size: FigureSize, theme: Theme): Figure {
  const { width } = size;
  const { columns } = figure;
  const isJoined = columns.length === 2 && width >= 2 * LEAST_COLUMN + GAP.lines;
  const gap = isJoined ? GAP.lines : GAP.plain;
  const across = Math.max(1, Math.min(columns.length, Math.floor((width + gap) / (LEAST_COLUMN + gap))));
  const column = (width - (across - 1) * gap) / across;
  const rows = Math.max(0, ...columns.map((one) => one.rows.length));
  const high = HEAD + rows * ROW + 20;
  const quiet = { fill: theme("ink-3") };
  const line = { colour: theme("ink"), paper: theme("paper") };
  const middleOf = (rank: number) => HEAD + (rank - 0.5) * ROW;

  const drawRow = (row: ListRow, index: number): VNode => {
    const middle = middleOf(index + 1);
    const ink = { fill: theme("ink"), size: TEXT };
    const [percent, rank] = [column - PLACES - RANK - MARK, column - PLACES];
    const colour = row.way > 0 ? "div-7" : row.way < 0 ? "div-1" : "ink-3";
    return (
      <g key={index}>
        {row.only && <rect x={-6} y={middle - ROW / 2 + 3} width={2} height={ROW - 6} fill={theme("edge")} />}
        {label(16, middle, String(index + 1), { ...quiet, anchor: "end" })}
        {itemMark(row, 28, middle, 17, theme("ink"))}
        {label(NAME_AT, middle, fitText(row.name, TEXT, percent - PERCENT - NAME_AT, false), ink)}
        {label(percent, middle, row.percent, { ...ink, anchor: "end" })}
        {row.only && row.elsewhere !== "" && (
          <circle
            cx={rank - textWidth(row.elsewhere, 11) - 7}
            cy={middle}
            r={3}
            fill="none"
            stroke={theme("ink-3")}
            stroke-width={1.25}
          />
        )}
        {row.elsewhere !== "" && label(rank, middle, row.elsewhere, { fill: theme("ink-2"), anchor: "end" })}
        {label(column, middle, row.places, { fill: theme(colour), bold: row.way > 0, anchor: "end" })}
      </g>
    );
  };

  const drawColumn = (one: ListColumn, index: number): VNode => {
    return (
      <g
        key={one.letter}
        transform={`translate(${(index % across) * (column + gap)} ${Math.floor(index / across) * high})`}
      >
        {one.look && lineKey(one.look, 0, 7, column, line, theme("stroke-data"))}
        <rect
          x={0.75}
          y={18.75}
          width={18.5}
          height={18.5}
          rx={4}
          fill="none"
          stroke={theme("ink")}
          stroke-width={1.5}
        />
        {label(10, 28, one.letter, { fill: theme("ink"), anchor: "middle" })}
        {label(28, 28, fitText(one.name, TEXT, column - 30, true), { fill: theme("ink"), size: TEXT, bold: true })}
        {label(column - PLACES - RANK - MARK, 50, figure.percent, { ...quiet, anchor: "end" })}
        {label(column, 50, one.other, { ...quiet, anchor: "end" })}
        <path d={`M0 ${snap(58)}H${column}`} stroke={theme("line")} />
        {one.rows.map(drawRow)}
      </g>
    );
  };

  const [first] = columns;
  const joins = isJoined && first ? drawJoins(first.rows, column + 6, gap - 14, middleOf, theme) : null;
  const drawing = (
    <g>
      {columns.map(drawColumn)}
      {joins}
    </g>
  );
  const height = Math.ceil(columns.length / across) * high - 20;
  return framed(figure, { drawing, width, height, head: titleBlock(figure, width) }, size, theme);
}

/** From each item of the left list to the same item of the right one; one that is further down leaves through the foot. */
function drawJoins(
  rows: readonly ListRow[],
  x: number,
  wide: number,
  middleOf: (rank: number) => number,
  theme: Theme,
): VNode {
  return (
    <g fill="none">
      {rows.map(({ to, elsewhere, way }, index) => {
        if (elsewhere === "") return null;
        const from = middleOf(index + 1);
        const end = to === null ? middleOf(rows.length + 0.5) : middleOf(to);
        return (
          <path
            key={index}
            d={`M${x} ${from}C${x + wide / 2} ${from} ${x + wide / 2} ${end} ${x + wide} ${end}`}
            stroke={theme(way === 0 ? "ink-3" : "edge")}
            stroke-width={1.25}
            stroke-dasharray={to === null ? "2 3" : undefined}
          />
        );
      })}
    </g>
  );
}
