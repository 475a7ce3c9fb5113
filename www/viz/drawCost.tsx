// Parameters and times of models as bars, one row a model. Narrow: its name has a line of its own.
import type { VNode } from "preact";
import { LINE_HEIGHT, label, paragraph, SMALLEST, snap } from "./marks";
import { fitText, textWidth, wrapText } from "./textWidth";
import type { Theme } from "./tokens";

/** A quantity of a model; null where it is not known. */
export interface CostValue {
  readonly value: number;
  readonly text: string;
  /** Ends of the whisker. */
  readonly least?: number;
  readonly most?: number;
}

export interface CostRow {
  readonly name: string;
  readonly way: string;
  /** It is drawn above. */
  readonly isDrawn: boolean;
  /** In the order of the columns. */
  readonly values: readonly (CostValue | null)[];
}

export interface CostModel {
  readonly columns: readonly string[];
  readonly rows: readonly CostRow[];
  readonly notes: readonly string[];
}

export interface CostLayout {
  readonly width: number;
  readonly height: number;
  readonly isNarrow: boolean;
  readonly columns: readonly { readonly x: number; readonly width: number; readonly head: readonly string[] }[];
  readonly head: number;
  readonly row: number;
  readonly notes: readonly string[];
}

const NAME = 208;
const BETWEEN = 20;
const BAR = 8;
/** Behind a bar, for its number. */
const NUMBER = 52;

export function layoutCost(model: CostModel, width: number, noted: boolean): CostLayout {
  const isNarrow = width < 560;
  const from = isNarrow ? 0 : NAME;
  const count = model.columns.length;
  const between = isNarrow ? 12 : BETWEEN;
  const wide = Math.floor((width - from - (count - 1) * between) / count);
  const columns = model.columns.map((name, index) => ({
    x: from + index * (wide + between),
    width: wide,
    head: wrapText(name, SMALLEST, wide),
  }));
  const head = Math.max(1, ...columns.map((column) => column.head.length)) * LINE_HEIGHT + 8;
  const row = isNarrow ? 40 : 24;
  const notes = noted ? model.notes.flatMap((note) => wrapText(note, SMALLEST, width)) : [];
  const end = head + model.rows.length * row;
  return {
    width,
    isNarrow,
    columns,
    head,
    row,
    notes,
    height: end + (notes.length > 0 ? 10 + notes.length * LINE_HEIGHT : 4),
  };
}

export function drawCost(model: CostModel, layout: CostLayout, theme: Theme): VNode {
  const { columns, head, row, width, isNarrow, notes } = layout;
  const most = columns.map((_, index) =>
    Math.max(0, ...model.rows.map(({ values }) => values[index]?.most ?? values[index]?.value ?? 0)),
  );
  return (
    <g>
      {columns.map((column) => (
        <g key={column.x}>{paragraph(column.x, 8, column.head, { fill: theme("ink-3") })}</g>
      ))}
      <path d={`M0 ${snap(head - 4)}H${width}`} stroke={theme("line")} />
      {model.rows.map((one, index) => (
        <g key={one.name} transform={`translate(0 ${head + index * row})`}>
          {drawName(one, layout, theme)}
          {columns.map((column, at) =>
            drawValue(one.values[at] ?? null, most[at] ?? 0, column, isNarrow ? 28 : row / 2, theme),
          )}
        </g>
      ))}
      {paragraph(0, head + model.rows.length * row + 14, notes, { fill: theme("ink-3") })}
    </g>
  );
}

function drawName({ name, way, isDrawn }: CostRow, { isNarrow, row, width }: CostLayout, theme: Theme): VNode {
  const y = isNarrow ? 11 : row / 2;
  const end = isNarrow ? width : NAME - 16;
  const wide = textWidth(way, SMALLEST);
  return (
    <g>
      {label(0, y, fitText(name, 12, end - wide - 8, isDrawn), { fill: theme("ink"), size: 12, bold: isDrawn })}
      {label(end, y, way, { fill: theme("ink-3"), anchor: "end" })}
    </g>
  );
}

interface Column {
  readonly x: number;
  readonly width: number;
}

function drawValue(cost: CostValue | null, most: number, { x, width }: Column, y: number, theme: Theme): VNode {
  if (!cost) return label(x, y, "–", { fill: theme("ink-3") });
  const room = width - NUMBER;
  const at = (value: number) => (most > 0 ? (value / most) * room : 0);
  const { value, text, least, most: high } = cost;
  return (
    <g>
      <rect x={x} y={y - BAR / 2} width={Math.max(1, at(value))} height={BAR} fill={theme("bar")} />
      {least !== undefined && high !== undefined && (
        <path
          d={`M${x + at(least)} ${y}H${x + at(high)}M${x + at(least)} ${y - 4}v8M${x + at(high)} ${y - 4}v8`}
          stroke={theme("ink")}
          fill="none"
        />
      )}
      {label(x + width, y, text, { fill: theme("ink"), anchor: "end" })}
    </g>
  );
}
