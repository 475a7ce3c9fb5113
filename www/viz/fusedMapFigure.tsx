import { drawFusedMap, drawFusedMapFocus } from "./drawFusedMap";
import { drawWords } from "./drawKeyWords";
import type { Figure, FigureParts, FigureSize } from "./figure";
import { framed, titleBlock } from "./frame";
import { layoutFusedMap } from "./fusedMapLayout";
import type { MapFocus, MapsModel } from "./mapsModel";
import type { Theme } from "./tokens";

export interface FusedMapFigure extends FigureParts {
  readonly model: MapsModel;
  readonly focus: MapFocus | null;
  readonly isCovered: boolean;
}

/** The fused map as a figure of its own. */
export function fusedMapFigure(figure: FusedMapFigure, size: FigureSize, theme: Theme): Figure {
  const { width } = size;
  const { model, focus, isCovered } = figure;
  const layout = layoutFusedMap(model, width);
  const drawing = (
    <g>
      {drawFusedMap(model, layout, theme)}
      {drawWords(layout.key, theme)}
      {drawFusedMapFocus(model, layout, focus, isCovered, theme)}
    </g>
  );
  const body = { drawing, width, height: layout.height, head: titleBlock(figure, width) };
  return framed(figure, body, size, theme);
}
