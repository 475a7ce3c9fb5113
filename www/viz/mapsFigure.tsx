// The maps as a figure of their own. The title stands where the page has its controls.
import { drawWords } from "./drawKeyWords";
import { drawMaps, drawMapsFocus } from "./drawMaps";
import type { Figure, FigureParts, FigureSize } from "./figure";
import { framed, titleBlock } from "./frame";
import { layoutMaps } from "./mapsLayout";
import type { MapFocus, MapsModel } from "./mapsModel";
import type { Theme } from "./tokens";

export interface MapsFigure extends FigureParts {
  readonly model: MapsModel;
  readonly focus: MapFocus | null;
}

export function mapsFigure(figure: MapsFigure, size: FigureSize, theme: Theme): Figure {
  const { width } = size;
  const { model, focus } = figure;
  const { free } = layoutMaps(model, width, 0);
  const title = titleBlock(figure, free.width - 16);
  const layout = layoutMaps(model, width, title.height + 12);
  const drawing = (
    <g>
      {title.draw(theme)}
      {drawMaps(model, layout, theme)}
      {drawWords(layout.key, theme)}
      {drawMapsFocus(model, layout, focus, theme)}
    </g>
  );
  const body = { drawing, width, height: layout.height, head: null };
  return framed(figure, body, size, theme);
}
