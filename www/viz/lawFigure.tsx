// The drawing of drawLaw.tsx as a figure of its own.
import { drawLaw, type LawModel } from "./drawLaw";
import type { Figure, FigureParts, FigureSize } from "./figure";
import { framed, titleBlock } from "./frame";
import type { Theme } from "./tokens";

export interface LawFigure extends FigureParts {
  readonly model: LawModel;
}

export function lawFigure(figure: LawFigure, size: FigureSize, theme: Theme): Figure {
  const { width } = size;
  const { drawing, height } = drawLaw(figure.model, width, theme);
  return framed(figure, { drawing, width, height, head: titleBlock(figure, width) }, size, theme);
}
