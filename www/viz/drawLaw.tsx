// The planted law beside the learned parts: how much a shared property lifts each source's part, layer by layer.
import type { VNode } from "preact";
import { label, SMALLEST, snap, sourceMark } from "./marks";
import { textWidth } from "./textWidth";
import type { SourceToken, Theme } from "./tokens";

export interface LawBar {
  /** Null: what was planted, which belongs to no source. */
  readonly source: { readonly token: SourceToken; readonly letter: string } | null;
  /** By layer; the planted lift is the same in all. */
  readonly values: readonly number[];
  /** The source by which the shop finds the click. */
  readonly isPlanted: boolean;
}

export interface LawRow {
  readonly name: string;
  readonly note: string;
  readonly bars: readonly LawBar[];
}

export interface LawModel {
  readonly layers: readonly string[];
  readonly rows: readonly LawRow[];
  readonly words: { readonly planted: string };
  readonly signed: (value: number) => string;
}

const TEXT = 12;
const BAR = 16;
const THICK = 9;
const GAP = 28;
const HEAD = 26;
const KEY = 28;
/** Bars and their numbers need so much. */
const LEAST = 200;

interface Layout {
  readonly isNarrow: boolean;
  readonly names: number;
  readonly column: number;
  /** How many layers stand beside each other. */
  readonly beside: number;
}

function layoutLaw({ layers, rows }: LawModel, width: number): Layout {
  const isNarrow = width < 560;
  const longest = Math.max(
    0,
    ...rows.map(({ name, note }) => Math.max(textWidth(name, TEXT, true), textWidth(note, SMALLEST))),
  );
  const names = isNarrow ? 0 : Math.min(Math.ceil(longest) + 20, Math.round(width * 0.34));
  const beside = Math.max(1, Math.min(layers.length, Math.floor((width - names + GAP) / (LEAST + GAP))));
  return { isNarrow, names, beside, column: (width - names - (beside - 1) * GAP) / beside };
}

/** The drawing at (0, 0); layers that find no room stand below the others. */
export function drawLaw(model: LawModel, width: number, theme: Theme): { drawing: VNode; height: number } {
  const { layers, rows, signed, words } = model;
  const layout = layoutLaw(model, width);
  const { isNarrow, names, column, beside } = layout;
  const all = rows.flatMap(({ bars }) => bars.flatMap(({ values }) => values));
  const written = Math.max(0, ...all.map((value) => textWidth(signed(value), SMALLEST))) + 6;
  const planted = Math.max(
    0,
    ...rows.flatMap(({ bars }) => bars.flatMap(({ source, values }) => (source ? [] : values))),
  );
  const [low, high] = [Math.min(0, ...all), Math.max(0, ...all)];
  const room = column - KEY - (low < 0 ? written : 0);
  // The longest bar and the longest planted one, each with what is written behind it, must fit.
  const behind = textWidth(`${signed(planted)} ${words.planted}`, SMALLEST) + 6;
  const unit = Math.min((room - written) / Math.max(1e-9, high - low), (room - behind) / Math.max(1e-9, planted - low));
  const zero = KEY + (low < 0 ? written : 0) - low * unit;

  const title = isNarrow ? 36 : 0;
  const tops: number[] = [];
  let end = HEAD;
  for (const { bars } of rows) {
    tops.push(end);
    end += title + Math.max(bars.length * BAR, isNarrow ? 0 : 40) + 14;
  }
  const bands = Math.ceil(layers.length / beside);

  const drawBar = ({ source, values, isPlanted }: LawBar, layer: number, y: number): VNode => {
    const value = values[layer] ?? 0;
    const long = Math.abs(value) * unit;
    const from = value < 0 ? zero - long : zero;
    const colour = theme(source?.token ?? "ink");
    const outside = value < 0 ? from - 4 : from + long + 4;
    return (
      <g>
        {source && sourceMark(source.token, 6, y, 9, theme)}
        {source && label(14, y, source.letter, { fill: theme("ink-2") })}
        <rect
          x={from}
          y={y - THICK / 2}
          width={Math.max(long, 0.5)}
          height={THICK}
          fill={source && isPlanted ? colour : theme("paper")}
          stroke={colour}
          stroke-width={1.25}
          stroke-dasharray={source ? undefined : "3 2"}
        />
        {source
          ? label(outside, y, signed(value), {
              fill: theme(isPlanted ? "ink" : "ink-3"),
              bold: isPlanted,
              anchor: value < 0 ? "end" : "start",
            })
          : // At the side of zero that has the room: on the other one the marks stand.
            label(
              Math.max(zero, outside + (value < 0 ? 8 : 0)) + (value < 0 ? 4 : 0),
              y,
              `${signed(value)} ${model.words.planted}`,
              {
                fill: theme("ink"),
              },
            )}
      </g>
    );
  };

  const drawRow = ({ name, note, bars }: LawRow, index: number, shown: readonly number[]): VNode => {
    const top = tops[index] ?? 0;
    const first = top + title + 8;
    return (
      <g key={name}>
        <path d={`M0 ${snap(top - 6)}H${width}`} stroke={theme("line")} />
        {label(0, top + 8, name, { fill: theme("ink"), size: TEXT, bold: true })}
        {label(0, top + 25, note, { fill: theme("ink-3") })}
        {shown.map((layer, at) => (
          <g key={layer} transform={`translate(${names + at * (column + GAP)} 0)`}>
            <path d={`M${snap(zero)} ${first - 8}V${first + bars.length * BAR - 6}`} stroke={theme("edge")} />
            {bars.map((bar, row) => drawBar(bar, layer, first + row * BAR))}
          </g>
        ))}
      </g>
    );
  };

  const drawing = (
    <g>
      {Array.from({ length: bands }, (_, band) => {
        const shown = layers.map((_, layer) => layer).slice(band * beside, (band + 1) * beside);
        return (
          <g key={band} transform={`translate(0 ${band * end})`}>
            {shown.map((layer, at) =>
              label(names + at * (column + GAP), 8, layers[layer] ?? "", { fill: theme("ink"), bold: true }),
            )}
            {rows.map((row, index) => drawRow(row, index, shown))}
          </g>
        );
      })}
    </g>
  );
  return { drawing, height: bands * end };
}
