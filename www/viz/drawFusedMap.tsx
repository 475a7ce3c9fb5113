// The fused map alone, in the two layers of the maps; a row whose weights are to be guessed is covered.
import type { VNode } from "preact";
import { drawMaps, drawMapsFocus } from "./drawMaps";
import type { FusedMapLayout } from "./fusedMapLayout";
import { edge, rowBox } from "./heatmapCells";
import { NAME_SIZE } from "./mapsLayout";
import type { MapFocus, MapsModel } from "./mapsModel";
import { label } from "./marks";
import { fitText } from "./textWidth";
import type { Theme } from "./tokens";

export function drawFusedMap(model: MapsModel, layout: FusedMapLayout, theme: Theme): VNode {
  return (
    <g>
      {drawMaps(model, layout, theme)}
      {drawRowNames(model, layout, theme)}
    </g>
  );
}

function drawRowNames({ items }: MapsModel, { names, fused }: FusedMapLayout, theme: Theme): VNode | null {
  if (names === 0 || fused.side / items.length < NAME_SIZE) return null;
  return (
    <g>
      {items.map(({ name }, at) => {
        const middle = (edge(at, items.length, fused.side) + edge(at + 1, items.length, fused.side)) / 2;
        const text = fitText(name, NAME_SIZE, names);
        return label(names, fused.y + middle, text, { fill: theme("ink-2"), size: NAME_SIZE, anchor: "end" });
      })}
    </g>
  );
}

/** The focus, or, of a covered row, its frame over nothing that can be read. */
export function drawFusedMapFocus(
  model: MapsModel,
  layout: FusedMapLayout,
  focus: MapFocus | null,
  isCovered: boolean,
  theme: Theme,
): VNode | null {
  if (!focus || !isCovered) return drawMapsFocus(model, layout, focus, theme);
  const { x, y, side } = layout.fused;
  const box = rowBox(focus.row, model.items.length, side);
  const place = { x: box.x - 0.5, y: box.y - 0.5, width: box.width, height: box.height };
  return (
    <g transform={`translate(${x} ${y})`}>
      <rect {...place} fill={theme("fill")} stroke={theme("ink")} stroke-width={2} />
      {label(box.x + box.width / 2, box.y + box.height / 2, "?", {
        ...{ fill: theme("ink"), size: 18, bold: true, anchor: "middle" },
      })}
    </g>
  );
}
