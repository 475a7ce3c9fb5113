// The drawing of drawPointed.tsx as a figure of its own.
import { drawPointed } from "./drawPointed";
import type { Figure, FigureParts, FigureSize } from "./figure";
import { framed, titleBlock } from "./frame";
import { layoutPointed, type PointedModel } from "./pointedModel";
import type { Theme } from "./tokens";

export interface PointedFigure extends FigureParts {
  readonly model: PointedModel;
}

export function pointedFigure(figure: PointedFigure, size: FigureSize, theme: Theme): Figure {
  const { width } = size;
  const layout = layoutPointed(figure.model, width);
  const drawing = drawPointed(figure.model, layout, theme);
  return framed(figure, { drawing, width, height: layout.height, head: titleBlock(figure, width) }, size, theme);
}
