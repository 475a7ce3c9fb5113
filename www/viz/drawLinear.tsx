// Cosines as ranges on one axis, residuals as bars on another.
import type { VNode } from "preact";
import { type KeyLayout, layoutKeys } from "./keys";
import type { LinearModel, LinearRow } from "./linearModel";
import { label, SMALLEST, snap, sourceMark } from "./marks";
import { rounded } from "./rounded";
import { fitText, textWidth, wrapText } from "./textWidth";
import type { Theme } from "./tokens";

const TEXT = 12;
const GAP = 12;
const NARROW = 560;
const GROUP = 26;
const AXIS = 18;
/** A row with its words over its axes, and where that axis is. */
const NARROW_ROW = 40;
const NARROW_AXIS = 27;

interface Axis {
  readonly x: number;
  readonly width: number;
}

export interface LinearLayout {
  readonly width: number;
  readonly height: number;
  readonly isNarrow: boolean;
  readonly row: number;
  readonly cosine: Axis;
  readonly residual: Axis;
  /** Where the words behind the axes stand. */
  readonly cosineText: number;
  readonly residualText: number;
  readonly heads: readonly { readonly x: number; readonly lines: readonly string[] }[];
  /** Foot of the heads. */
  readonly top: number;
  readonly groups: readonly { readonly y: number; readonly rows: readonly number[] }[];
  readonly key: KeyLayout;
}

export function layoutLinear(model: LinearModel, width: number): LinearLayout {
  const isNarrow = width < NARROW;
  const all = model.groups.flatMap(({ rows }) => rows);
  const wide = (texts: readonly string[], bold = false) =>
    Math.max(0, ...texts.map((text) => textWidth(text, TEXT, bold)));
  const cosineWords = wide(all.filter(({ cosine }) => cosine).map(({ text }) => text));
  const residualWords = wide(
    all.map(({ residualText }) => residualText),
    true,
  );
  const names = isNarrow ? 0 : wide(all.map(({ source }) => source.name)) + 36;
  const free = width - names - residualWords - 3 * GAP - (isNarrow ? 0 : cosineWords + GAP);
  // Narrow: the words of a cosine stand over its axis and end a little beyond it.
  const cosine = { x: isNarrow ? 8 : names, width: Math.floor(isNarrow ? free * 0.64 : free / 2) - (isNarrow ? 8 : 0) };
  const cosineText = cosine.x + cosine.width + (isNarrow ? 8 : GAP);
  const residual = {
    x: cosine.x + cosine.width + 2 * GAP + (isNarrow ? 0 : cosineWords),
    width: Math.floor(isNarrow ? free * 0.36 : free / 2),
  };
  const heads = [
    { x: cosine.x, lines: wrapText(model.words.cosine, SMALLEST, residual.x - cosine.x - GAP) },
    { x: residual.x, lines: wrapText(model.words.residual, SMALLEST, width - residual.x) },
  ];
  const top = Math.max(...heads.map(({ lines }) => lines.length)) * 15 + AXIS;
  const row = isNarrow ? NARROW_ROW : 24;
  let y = top + 6;
  const groups = model.groups.map(({ rows }) => {
    const place = { y: y + GROUP / 2, rows: rows.map((_, index) => y + GROUP + index * row) };
    y += GROUP + rows.length * row + 8;
    return place;
  });
  const key = layoutKeys([], model.words.reading, { x: 0, y: y + 12, width });
  return {
    ...{ width, height: key.bottom, isNarrow, row, cosine, residual, cosineText, heads, top, groups, key },
    residualText: width,
  };
}

/** Why there is no angle stands where it would be drawn, and ends before the residuals. */
function whyNone(text: string, { cosine, residual, isNarrow }: LinearLayout): readonly string[] {
  return isNarrow ? wrapText(text, SMALLEST, residual.x - cosine.x - GAP) : [text];
}

function drawRow(one: LinearRow, top: number, at: LinearLayout, theme: Theme): VNode {
  const { cosine, residual, isNarrow, row } = at;
  const middle = top + (isNarrow ? 10 : row / 2);
  const chart = top + (isNarrow ? NARROW_AXIS : row / 2);
  const x = (value: number) => rounded(cosine.x + ((value + 1) / 2) * cosine.width, 1);
  const { source } = one;
  const colour = theme(source.token);
  const ink = { fill: theme("ink"), size: TEXT };
  const said = { fill: theme("ink-2"), size: isNarrow ? SMALLEST : TEXT, halo: theme("paper") };
  const nameEnd = isNarrow && one.cosine ? at.cosineText - textWidth(one.text, SMALLEST) - 6 : at.width / 2;
  return (
    <g>
      {sourceMark(source.token, 6, middle, 10, theme)}
      {label(16, middle, fitText(source.name, TEXT, nameEnd - 16), ink)}
      {one.cosine && (
        <g>
          <path
            d={`M${x(one.cosine.least)} ${chart}H${x(one.cosine.most)}`}
            stroke={colour}
            stroke-width={4}
            stroke-linecap="round"
          />
          <path d={`M${x(one.cosine.mean)} ${chart - 7}V${chart + 7}`} stroke={theme("ink")} stroke-width={2} />
        </g>
      )}
      {one.cosine
        ? label(at.cosineText, isNarrow ? middle : chart, one.text, { ...said, anchor: isNarrow ? "end" : "start" })
        : whyNone(one.text, at).map((line, index, all) =>
            label(cosine.x + 4, chart + index * 12 - (all.length > 1 ? 3 : 0), line, said),
          )}
      {one.residual !== null && (
        <rect
          x={residual.x}
          y={chart - 4}
          width={rounded(Math.max(0, Math.min(1, one.residual)) * residual.width, 1)}
          height={8}
          fill={colour}
        />
      )}
      {label(at.residualText, chart, one.residualText, { ...ink, bold: true, anchor: "end" })}
    </g>
  );
}

/** Through rows, or, where words stand over the axes, through the axes alone. */
function gridLine(x: number, rows: readonly number[], { isNarrow, row }: LinearLayout): string {
  return rows.map((y) => (isNarrow ? `M${x} ${y + NARROW_AXIS - 8}v16` : `M${x} ${y}v${row}`)).join("");
}

export function drawLinear(model: LinearModel, layout: LinearLayout, theme: Theme): VNode {
  const { cosine, residual, heads, top } = layout;
  const quiet = { fill: theme("ink-3") };
  const ticks = [
    ...[-1, 0, 1].map((value) => ({ x: cosine.x + ((value + 1) / 2) * cosine.width, text: model.signed(value, 0) })),
    ...[0, 1].map((value) => ({ x: residual.x + value * residual.width, text: String(value) })),
  ];
  return (
    <g>
      {heads.map(({ x, lines }) => (
        <g key={x}>{lines.map((line, index) => label(x, 8 + index * 15, line, { fill: theme("ink-2") }))}</g>
      ))}
      {ticks.map(({ x, text }, index) => (
        <g key={index}>
          {label(x, top - 6, text, { ...quiet, anchor: "middle" })}
          {layout.groups.map(({ rows }, at) => {
            // Where there is no angle, words stand in its place.
            const crossed = rows.filter((_, row) => x >= residual.x || model.groups[at]?.rows[row]?.cosine);
            return <path key={at} d={gridLine(snap(x - 0.5), crossed, layout)} stroke={theme("line")} />;
          })}
        </g>
      ))}
      {model.groups.map(({ name, sub, rows }, index) => {
        const place = layout.groups[index];
        if (!place) return null;
        const wide = textWidth(name, TEXT, true) + 10;
        return (
          <g key={index}>
            {label(0, place.y, name, { fill: theme("ink"), size: TEXT, bold: true })}
            {label(wide, place.y, fitText(sub, SMALLEST, layout.width - wide), quiet)}
            {rows.map((row, at) => (
              <g key={row.source.letter}>{drawRow(row, place.rows[at] ?? 0, layout, theme)}</g>
            ))}
          </g>
        );
      })}
    </g>
  );
}
