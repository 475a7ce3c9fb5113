// What a model expects of the next item's attributes: bars by attribute, in columns where there is room.
import type { VNode } from "preact";
import type { Figure, FigureParts, FigureSize } from "./figure";
import { framed, titleBlock } from "./frame";
import { label, sourceMark } from "./marks";
import { fitText, textWidth } from "./textWidth";
import type { SourceToken, Theme } from "./tokens";

export interface AttributeBars {
  readonly source: SourceToken;
  readonly name: string;
  readonly values: readonly { readonly name: string; readonly probability: number; readonly percent: string }[];
}

export interface AttributesFigure extends FigureParts {
  readonly attributes: readonly AttributeBars[];
}

const TEXT = 12;
const HEAD = 24;
const ROW = 22;
const PERCENT = 36;
const GAP = 32;
const LEAST_COLUMN = 180;

export function attributesFigure(figure: AttributesFigure, size: FigureSize, theme: Theme): Figure {
  const { width } = size;
  const { attributes } = figure;
  const across = Math.max(1, Math.min(attributes.length, Math.floor((width + GAP) / (LEAST_COLUMN + GAP))));
  const column = (width - (across - 1) * GAP) / across;
  const rows = Math.max(0, ...attributes.map(({ values }) => values.length));
  const high = HEAD + rows * ROW + 12;

  // Below each other all bars begin at one place.
  const together = across === 1 ? attributes.flatMap(({ values }) => values) : [];

  const drawOne = ({ source, name, values }: AttributeBars, index: number): VNode => {
    const longest = Math.max(0, ...[...values, ...together].map((value) => textWidth(value.name, TEXT)));
    const left = Math.min(Math.ceil(longest + 12), Math.round(column * 0.5));
    const room = column - left - PERCENT;
    const x = (index % across) * (column + GAP);
    return (
      <g key={name} transform={`translate(${x} ${Math.floor(index / across) * high})`}>
        {sourceMark(source, 6, 9, 11, theme)}
        {label(18, 9, name, { fill: theme("ink"), size: TEXT, bold: true })}
        {values.map((value, at) => {
          const middle = HEAD + at * ROW + ROW / 2;
          return (
            <g key={value.name}>
              {label(0, middle, fitText(value.name, TEXT, left - 8), { fill: theme("ink-2"), size: TEXT })}
              <rect x={left} y={middle - 3} width={room} height={6} fill={theme("fill")} />
              <rect x={left} y={middle - 3} width={room * value.probability} height={6} fill={theme(source)} />
              {label(column, middle, value.percent, { fill: theme("ink"), size: TEXT, anchor: "end" })}
            </g>
          );
        })}
      </g>
    );
  };

  const height = Math.ceil(attributes.length / across) * high;
  const body = { drawing: <g>{attributes.map(drawOne)}</g>, width, height, head: titleBlock(figure, width) };
  return framed(figure, body, size, theme);
}
