// Parameters and times of models as a figure of its own.
import { type CostModel, drawCost, layoutCost } from "./drawCost";
import type { Figure, FigureParts, FigureSize } from "./figure";
import { framed, titleBlock } from "./frame";
import type { Theme } from "./tokens";

export interface CostFigure extends FigureParts {
  readonly model: CostModel;
}

export function costFigure(figure: CostFigure, size: FigureSize, theme: Theme): Figure {
  const { width } = size;
  const layout = layoutCost(figure.model, width, true);
  const drawing = drawCost(figure.model, layout, theme);
  const body = { drawing, width, height: layout.height, head: titleBlock(figure, width) };
  return framed(figure, body, size, theme);
}
