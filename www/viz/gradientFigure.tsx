// The arrows as a figure of their own.
import { drawGradients } from "./drawGradients";
import { drawWords } from "./drawKeyWords";
import type { Figure, FigureParts, FigureSize } from "./figure";
import { framed, titleBlock } from "./frame";
import { layoutGradients } from "./gradientLayout";
import type { GradientModel } from "./gradientModel";
import type { Theme } from "./tokens";

export interface GradientFigure extends FigureParts {
  readonly model: GradientModel;
}

export function gradientFigure(figure: GradientFigure, size: FigureSize, theme: Theme): Figure {
  const { width } = size;
  const { model } = figure;
  const layout = layoutGradients(model, width);
  const drawing = (
    <g>
      {drawGradients(model, layout, theme)}
      {drawWords(layout.key, theme)}
    </g>
  );
  const body = { drawing, width, height: layout.height, head: titleBlock(figure, width) };
  return framed(figure, body, size, theme);
}
