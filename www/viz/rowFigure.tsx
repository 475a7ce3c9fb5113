// A row of the maps as a figure of its own: on the page it is a table whose cells hold the same stacks.
import type { VNode } from "preact";
import { drawStack, STACK_HEIGHT } from "./drawStack";
import type { Figure, FigureParts, FigureSize } from "./figure";
import { framed, titleBlock } from "./frame";
import { itemMark, label, SMALLEST, snap, sourceMark } from "./marks";
import type { RowItem, RowModel } from "./rowModel";
import { type Extent, stackExtent } from "./stackSegments";
import { fitText, textWidth } from "./textWidth";
import type { Theme } from "./tokens";

export interface RowFigure extends FigureParts {
  readonly model: RowModel;
}

const TEXT = 12;
const HEAD = 24;
const NAME_AT = 44;
const SUM = 62;
const WEIGHT = 84;
const BAR = 34;
const KEY_ROW = 18;

/** Where the columns are. Narrow: the name has a line of its own above the stack. */
interface Columns {
  readonly width: number;
  readonly isNarrow: boolean;
  readonly row: number;
  readonly stack: number;
  readonly stackWidth: number;
  readonly name: number;
}

/** Names have the room they need, and stacks at least half of the figure's left part. */
function columnsOf(width: number, items: readonly RowItem[]): Columns {
  const isNarrow = width < 480;
  const longest = Math.max(0, ...items.map(({ name, focus }) => textWidth(name, TEXT, focus)));
  const stack = isNarrow ? NAME_AT : Math.min(Math.ceil(NAME_AT + longest + 16), Math.round(width * 0.4));
  const stackWidth = width - stack - (isNarrow ? 0 : SUM + WEIGHT + 12);
  const name = (isNarrow ? width - SUM - WEIGHT : stack) - NAME_AT - 8;
  return { width, isNarrow, row: isNarrow ? 44 : 26, stack, stackWidth, name };
}

function drawRow(
  item: RowItem,
  { signed, decimal }: RowModel,
  at: Columns,
  extent: Extent,
  most: number,
  theme: Theme,
) {
  const { width, isNarrow, row, stack, stackWidth, name } = at;
  const middle = isNarrow ? 12 : row / 2;
  const ink = { fill: theme("ink"), size: TEXT, bold: item.focus };
  const bar = most > 0 ? (item.weight / most) * BAR : 0;
  const weight = decimal(item.weight);
  const barEnd = width - textWidth("0.00", TEXT, true) - 6;
  return (
    <g>
      {item.focus && <rect x={-4} y={0} width={width + 8} height={row} fill={theme("fill")} />}
      {label(14, middle, item.step, { fill: theme("ink-3"), anchor: "end" })}
      {itemMark(item, 28, middle, 18, theme("ink"))}
      {label(NAME_AT, middle, fitText(item.name, TEXT, name, item.focus), ink)}
      <g transform={`translate(${stack} ${isNarrow ? 22 : (row - STACK_HEIGHT) / 2})`}>
        {drawStack(item.parts, extent, stackWidth, theme)}
      </g>
      {label(width - WEIGHT, middle, signed(item.score), { ...ink, anchor: "end" })}
      <rect x={barEnd - bar} y={middle - 4} width={bar} height={8} fill={theme("bar")} />
      {label(width, middle, weight, { ...ink, anchor: "end" })}
    </g>
  );
}

function drawHead({ words }: RowModel, { width, isNarrow, stack }: Columns, theme: Theme): VNode {
  const quiet = { fill: theme("ink-3") };
  return (
    <g>
      {label(0, 8, words.looksAt, quiet)}
      {!isNarrow && label(stack, 8, words.score, quiet)}
      {label(width - WEIGHT, 8, words.sum, { ...quiet, anchor: "end" })}
      {sourceMark("src-fused", width - WEIGHT - textWidth(words.sum, SMALLEST) - 9, 8, 9, theme)}
      {label(width, 8, words.weight, { ...quiet, anchor: "end" })}
      <path d={`M0 ${snap(18)}H${width}`} stroke={theme("line")} />
    </g>
  );
}

/** Letters and names, in as many lines as they need. */
function layoutLegend({ key }: RowModel, width: number) {
  let [x, y] = [0, 0];
  const places = key.map((one) => {
    const wide = 14 + textWidth(one.letter, SMALLEST, true) + 5 + textWidth(one.name, SMALLEST);
    if (x > 0 && x + wide > width) [x, y] = [0, y + KEY_ROW];
    const place = { ...one, x, y };
    x += wide + 16;
    return place;
  });
  return { places, height: key.length > 0 ? y + KEY_ROW : 0 };
}

export function rowFigure(figure: RowFigure, size: FigureSize, theme: Theme): Figure {
  const { width } = size;
  const { model } = figure;
  const columns = columnsOf(width, model.items);
  const extent = stackExtent(model.items.map(({ parts }) => parts.map(({ value }) => value)));
  const most = Math.max(0, ...model.items.map(({ weight }) => weight));
  const legend = layoutLegend(model, width);
  const end = HEAD + model.items.length * columns.row;
  const drawing = (
    <g>
      {drawHead(model, columns, theme)}
      {model.items.map((item, index) => (
        <g key={index} transform={`translate(0 ${HEAD + index * columns.row})`}>
          {drawRow(item, model, columns, extent, most, theme)}
        </g>
      ))}
      {legend.places.map(({ source, letter, name, x, y }) => {
        const middle = end + 16 + y;
        return (
          <g key={letter}>
            {source ? (
              sourceMark(source, x + 5, middle, 9, theme)
            ) : (
              <rect x={x + 1} y={middle - 4} width={8} height={8} fill={theme("fill-2")} stroke={theme("ink-3")} />
            )}
            {label(x + 14, middle, letter, { fill: theme("ink-2"), bold: true })}
            {label(x + 19 + textWidth(letter, SMALLEST, true), middle, name, { fill: theme("ink-2") })}
          </g>
        );
      })}
    </g>
  );
  const body = { drawing, width, height: end + 8 + legend.height, head: titleBlock(figure, width) };
  return framed(figure, body, size, theme);
}
