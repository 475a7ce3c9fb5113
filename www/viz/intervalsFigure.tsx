// Results on one axis, each with the interval that decides who can be told apart from whom.
import { scaleLinear } from "d3-scale";
import type { VNode } from "preact";
import type { Figure, FigureParts, FigureSize } from "./figure";
import { framed, titleBlock } from "./frame";
import { KEY_WIDTH, type LineLook, lineKey } from "./lineLooks";
import { label, snap } from "./marks";
import { fitText, textWidth } from "./textWidth";
import { tickFormat } from "./tickFormat";
import type { Theme } from "./tokens";

export interface IntervalRow {
  readonly name: string;
  /** The line of a system; null for ceilings and floors. */
  readonly look: LineLook | null;
  readonly value: number;
  readonly low: number;
  readonly high: number;
  /** Value and error, as written. */
  readonly text: string;
}

export interface IntervalsFigure extends FigureParts {
  readonly rows: readonly IntervalRow[];
  readonly write: (value: number, digits: number) => string;
}

const TEXT = 12;
const NAME_AT = KEY_WIDTH + 8;
const AXIS = 24;

export function intervalsFigure(figure: IntervalsFigure, size: FigureSize, theme: Theme): Figure {
  const { width } = size;
  const { rows } = figure;
  const isNarrow = width < 480;
  const written = Math.max(0, ...rows.map(({ text }) => textWidth(text, TEXT, true)));
  const names = Math.max(0, ...rows.map(({ name }) => textWidth(name, TEXT, true)));
  const left = isNarrow ? 0 : Math.min(NAME_AT + names + 16, width * 0.4);
  const right = isNarrow ? width : width - written - 16;
  const row = isNarrow ? 44 : 28;
  const end = rows.length * row;
  const x = scaleLinear()
    .domain([0, Math.max(Number.EPSILON, ...rows.map(({ high }) => high))])
    .range([left, right])
    .nice(isNarrow ? 4 : 6);
  const ticks = x.ticks(isNarrow ? 4 : 6);
  const write = tickFormat(ticks, figure.write);
  const line = { colour: theme("ink"), paper: theme("paper") };

  const drawOne = (one: IntervalRow, index: number): VNode => {
    const top = index * row;
    const middle = top + (isNarrow ? 12 : row / 2);
    const bar = top + (isNarrow ? 31 : row / 2);
    const bold = one.look !== null;
    const thick = bold ? 8 : 4;
    const name = fitText(one.name, TEXT, (isNarrow ? width - written : left) - NAME_AT - 8, bold);
    return (
      <g key={index}>
        {one.look && lineKey(one.look, 0, middle, KEY_WIDTH, line, theme("stroke-data"))}
        {label(one.look ? NAME_AT : 0, middle, one.look ? name : one.name, { fill: theme("ink"), size: TEXT, bold })}
        <rect
          x={x(one.low)}
          y={bar - thick / 2}
          width={x(one.high) - x(one.low)}
          height={thick}
          rx={2}
          fill={theme("bar")}
        />
        <rect x={x(one.value) - 1} y={bar - 7} width={2} height={14} fill={theme("ink")} />
        {label(width, middle, one.text, { fill: theme("ink"), size: TEXT, bold, anchor: "end" })}
      </g>
    );
  };
  const drawing = (
    <g>
      {ticks.map((tick) => (
        <g key={tick}>
          <path d={`M${snap(x(tick))} 0V${end}`} stroke={theme("line")} />
          {label(x(tick), end + 14, write(tick), {
            fill: theme("ink-3"),
            anchor: tick === 0 && isNarrow ? "start" : x(tick) > width - 12 ? "end" : "middle",
          })}
        </g>
      ))}
      {rows.map(drawOne)}
    </g>
  );
  const body = { drawing, width, height: end + AXIS, head: titleBlock(figure, width) };
  return framed(figure, body, size, theme);
}
