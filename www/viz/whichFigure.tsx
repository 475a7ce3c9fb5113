// The drawing of drawWhich.tsx as a figure of its own.
import { drawWhich, type WhichModel } from "./drawWhich";
import type { Figure, FigureParts, FigureSize } from "./figure";
import { framed, titleBlock } from "./frame";
import type { Theme } from "./tokens";

export interface WhichFigure extends FigureParts {
  readonly model: WhichModel;
}

export function whichFigure(figure: WhichFigure, size: FigureSize, theme: Theme): Figure {
  const { width } = size;
  const { drawing, height } = drawWhich(figure.model, width, theme);
  return framed(figure, { drawing, width, height, head: titleBlock(figure, width) }, size, theme);
}
