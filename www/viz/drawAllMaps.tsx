import type { VNode } from "preact";
import type { AllMapsLayout } from "./allMapsLayout";
import type { AllColumn, AllHead, AllMapsModel, AllPlace } from "./allMapsModel";
import { drawHeatmap } from "./drawHeatmap";
import type { Level } from "./heatmapCells";
import { label, SMALLEST, sourceMark } from "./marks";
import { LEVELS, signedLevel, weightLevel } from "./ramps";
import type { Theme } from "./tokens";

/** Small maps use every fourth colour: as many as the key shows, and a quarter of the paths. */
const COARSE = 4;

function levelOf({ size, causal }: AllMapsModel, { ramp, bound }: AllColumn, values: ArrayLike<number>): Level {
  return (row, column) => {
    if (causal && column > row) return null;
    const value = values[row * size + column] ?? 0;
    const level = ramp === "seq" ? weightLevel(value, bound) : signedLevel(value, bound);
    return Math.min(LEVELS - 1, Math.round(level / COARSE) * COARSE);
  };
}

export function drawAllMaps(model: AllMapsModel, layout: AllMapsLayout, theme: Theme): VNode {
  const { size, causal, columns, heads } = model;
  return (
    <g>
      {layout.blocks.map(({ x, y, width, title }) => (
        <g key={title}>
          <rect x={x} y={y} width={width} height={2} fill={theme("ink")} />
          {label(x, y + 14, title, { fill: theme("ink"), size: 12, bold: true })}
        </g>
      ))}
      {heads.map((head, at) => {
        const isFirst = heads[at - 1]?.layer !== head.layer;
        return (
          <g key={at}>
            {isFirst && names(columns, layout, at, theme)}
            {headName(head, layout, at, theme)}
            {columns.map((column, one) => {
              const place = layout.places[at]?.[one];
              const level = levelOf(model, column, head.values[one] ?? []);
              return (
                place && (
                  <g key={one} transform={`translate(${place.x} ${place.y})`}>
                    {drawHeatmap({ size, side: layout.side, ramp: column.ramp, causal, level }, theme)}
                  </g>
                )
              );
            })}
          </g>
        );
      })}
    </g>
  );
}

/** Marks and names over the first head of a layer. */
function names(columns: readonly AllColumn[], { places, isNamed }: AllMapsLayout, at: number, theme: Theme): VNode {
  return (
    <g>
      {columns.map(({ name, letter, source }, one) => {
        const place = places[at]?.[one];
        if (!place) return null;
        const y = place.y - 10;
        return (
          <g key={one}>
            {sourceMark(source, place.x + 5, y, 9, theme)}
            {label(place.x + 13, y, isNamed ? name : letter, { fill: theme("ink-2"), size: SMALLEST })}
          </g>
        );
      })}
    </g>
  );
}

function headName({ headName: name }: AllHead, { places, side }: AllMapsLayout, at: number, theme: Theme) {
  const place = places[at]?.[0];
  return place && label(place.x - 8, place.y + side / 2, name, { fill: theme("ink-3"), anchor: "end" });
}

/** The head that the large maps show, and the map that is pointed at. */
export function drawAllFocus(model: AllMapsModel, layout: AllMapsLayout, focus: AllPlace | null, theme: Theme): VNode {
  const { side, places } = layout;
  const row = model.current === null ? undefined : places[model.current];
  const [first, last] = [row?.[0], row?.at(-1)];
  const at = focus && places[focus.head]?.[focus.column];
  const ink = { fill: "none", stroke: theme("ink") };
  return (
    <g>
      {first && last && (
        <rect x={first.x - 3.5} y={first.y - 3.5} width={last.x - first.x + side + 6} height={side + 6} {...ink} />
      )}
      {at && <rect x={at.x - 2.5} y={at.y - 2.5} width={side + 4} height={side + 4} {...ink} stroke-width={2.5} />}
    </g>
  );
}
