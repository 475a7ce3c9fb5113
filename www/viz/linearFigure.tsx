// Cosines and residuals over many clicks as a figure of their own.
import { drawWords } from "./drawKeyWords";
import { drawLinear, layoutLinear } from "./drawLinear";
import type { Figure, FigureParts, FigureSize } from "./figure";
import { framed, titleBlock } from "./frame";
import type { LinearModel } from "./linearModel";
import type { Theme } from "./tokens";

export interface LinearFigure extends FigureParts {
  readonly model: LinearModel;
}

export function linearFigure(figure: LinearFigure, size: FigureSize, theme: Theme): Figure {
  const { width } = size;
  const { model } = figure;
  const layout = layoutLinear(model, width);
  const drawing = (
    <g>
      {drawLinear(model, layout, theme)}
      {drawWords(layout.key, theme)}
    </g>
  );
  const body = { drawing, width, height: layout.height, head: titleBlock(figure, width) };
  return framed(figure, body, size, theme);
}
