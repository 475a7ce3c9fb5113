// The drawing of the maps in two layers: what stays while the numbers do, and what follows the focus.
import type { VNode } from "preact";
import { drawAxes } from "./drawAxes";
import { drawFocus, drawHeatmap } from "./drawHeatmap";
import { drawScales } from "./drawKey";
import type { Level } from "./heatmapCells";
import { AXIS, type MapPlace, type MapsLayout, NAME_FROM, NAME_SIZE, type SourcePlace } from "./mapsLayout";
import { type FusedMap, type MapFocus, type MapsModel, type SourceMap, writeBound } from "./mapsModel";
import { drawSum } from "./mapsSum";
import { LINE_HEIGHT, label, paragraph, rampKey, sourceMark } from "./marks";
import { signedLevel, weightLevel } from "./ramps";
import { fitText } from "./textWidth";
import type { Theme } from "./tokens";

function levelOf({ items, causal }: MapsModel, values: ArrayLike<number>, of: (value: number) => number): Level {
  return (row, column) => (causal && column > row ? null : of(values[row * items.length + column] ?? 0));
}

/** The level of every cell of the fused map. */
function fusedLevel(model: MapsModel): Level {
  const { ramp, bound, values } = model.fused;
  return levelOf(model, values, (value) => (ramp === "seq" ? weightLevel(value, bound) : signedLevel(value, bound)));
}

/** Of a map that takes no part. */
const FAINT = 0.3;

export function drawMaps(model: MapsModel, layout: MapsLayout, theme: Theme): VNode {
  const { items, causal, fused } = model;
  const size = items.length;
  return (
    <g>
      {layout.sources.map((place, index) => {
        const source = model.sources[index];
        if (!source) return null;
        const level = levelOf(model, source.values, (value) => signedLevel(value, source.bound));
        return (
          <g key={index}>
            {head(source, place, theme)}
            <g transform={`translate(${place.x} ${place.y})`} opacity={source.isOff ? FAINT : undefined}>
              {drawHeatmap({ size, side: place.side, ramp: "div", causal, level }, theme)}
              {drawFree(model, place, theme)}
            </g>
            {foot(model, source, place, theme)}
          </g>
        );
      })}
      {layout.operators.map(({ x, y, sign }) =>
        label(x, y, sign, { fill: theme("ink-3"), size: sign === "+" ? 15 : 17, anchor: "middle" }),
      )}
      {head(fused, layout.fused, theme)}
      <g transform={`translate(${layout.fused.x} ${layout.fused.y})`}>
        {drawHeatmap({ size, side: layout.fused.side, ramp: fused.ramp, causal, level: fusedLevel(model) }, theme)}
        {drawFree(model, layout.fused, theme)}
      </g>
      {drawAxes(items, { ...layout.fused, axis: AXIS }, theme)}
      {drawScales(layout.key, theme)}
    </g>
  );
}

/** Rows and columns of the positions that are free, faint and empty. */
function drawFree({ free }: MapsModel, { side, pad }: MapPlace, theme: Theme): VNode | null {
  if (pad === 0) return null;
  // Lines closer than this are one grey.
  const lines = Math.min(free, Math.floor(pad / 3));
  const end = side + pad;
  const at = Array.from({ length: lines }, (_, index) => Math.round(side + ((index + 1) * pad) / lines) - 0.5);
  return (
    <g fill="none" stroke={theme("line")}>
      <path d={`M${side} 0H${end}V${end}H0V${side}H${side}z`} fill={theme("fill")} stroke="none" />
      <path d={at.map((line) => `M${line} 0V${end}M0 ${line}H${end}`).join("")} />
    </g>
  );
}

/** A rule in the map's colour, its mark, its name. The value is the focus's to write. */
function head({ name, source }: SourceMap | FusedMap, place: MapPlace, theme: Theme): VNode {
  const { headFrom: from, head: top } = place;
  const end = place.x + place.side + place.pad;
  const room = end - from - NAME_FROM;
  return (
    <g>
      <rect x={from} y={top} width={end - from} height={2} fill={theme(source)} />
      {sourceMark(source, from + 5, top + 13, 10, theme)}
      {label(from + NAME_FROM, top + 13, fitText(name, NAME_SIZE, room), { fill: theme("ink"), size: NAME_SIZE })}
    </g>
  );
}

function foot(model: MapsModel, source: SourceMap, place: SourcePlace, theme: Theme): VNode {
  const { headFrom: x, y, side, pad, asks, swatch } = place;
  const quiet = { fill: theme("ink-3") };
  const top = y + side + pad + 12;
  const scaleTop = top + asks.length * LINE_HEIGHT;
  const [low, high] = [-source.bound, source.bound].map((end) => writeBound(end, model.signed));
  return (
    <g>
      {paragraph(x, top, asks, quiet)}
      {swatch !== null && swatch > 1 && low !== undefined && high !== undefined && (
        <g>{rampKey(x, scaleTop, { ramp: "div", low, high, swatch }, theme)}</g>
      )}
      {swatch !== null && swatch <= 1 && label(x, scaleTop, `±${writeBound(source.bound, model.decimal)}`, quiet)}
    </g>
  );
}

/** The focus in every map, and the numbers of its cell. */
export function drawMapsFocus(
  model: MapsModel,
  layout: MapsLayout,
  focus: MapFocus | null,
  theme: Theme,
): VNode | null {
  if (!focus) return null;
  const size = model.items.length;
  const at = focus.row * size + focus.column;
  const isWeight = model.fused.ramp === "seq";
  const value = (values: ArrayLike<number>) => values[at] ?? 0;
  const maps = [
    ...layout.sources.map((place, index) => {
      const source = model.sources[index];
      return { place, text: source?.isOff ? model.words.off : model.signed(value(source?.values ?? [])) };
    }),
    { place: layout.fused, text: (isWeight ? model.decimal : model.signed)(value(model.fused.values)) },
  ];
  return (
    <g>
      {maps.map(({ place, text }, index) => (
        <g key={index}>
          {headValue(place, text, theme)}
          <g transform={`translate(${place.x} ${place.y})`}>
            {drawFocus(size, place.side, focus, focus.pinned, theme)}
          </g>
        </g>
      ))}
      {layout.sum && drawSum(model, layout.sum, value(model.scores), value(model.weights), theme)}
    </g>
  );
}

function headValue(place: MapPlace, text: string, theme: Theme): VNode {
  const look = { fill: theme("ink"), size: NAME_SIZE, bold: true };
  if (place.twoLines) return label(place.headFrom, place.head + 29, text, look);
  return label(place.x + place.side + place.pad, place.head + 13, text, { ...look, anchor: "end" });
}
